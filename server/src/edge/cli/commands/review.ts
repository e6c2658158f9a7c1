import { writeFile } from 'node:fs/promises';
import { createHttpClient } from '../../../platform/http';
import { type Command, CommandError } from '../command';
import type { CommandContext } from '../command-context';
import type { OperatorDoors } from '../operator-doors';
import { reviewPermissions } from '../review/permissions';
import { printReview } from '../review/print-review';
import { remarksAbout } from '../review/review';
import { renderReview } from '../review/review-page';
import { type Step, selfTest } from '../review/self-test';

export const review: Command = {
  name: 'review',
  summary: "Shows what each permission is for and tries Meta's callbacks at the public address.",
  details:
    'For the app review at Meta: permission, screen, call and the day of its last use, with a warning for each that nothing uses.\n' +
    'Then it sends what Meta would send to PUBLIC_URL, about an id that nobody can have. That leaves one deletion request about\n' +
    'nobody, completed with "nothing held". Ends with 1 when a callback is not in order.',
  options: {
    to: { value: 'FILE', help: 'Also writes it as a page: one HTML file that loads nothing.' },
    'without-callbacks': { help: 'Sends nothing.' },
  },
  async run(given, context) {
    const { operator } = await context.app();
    const { publicUrl, verifyToken } = operator.review;
    const steps = given.has('without-callbacks') ? null : await tryCallbacks(operator.review);
    const made = {
      madeAt: context.clock.now(),
      publicUrl,
      permissions: reviewPermissions(await operator.review.facts()),
      steps,
      remarks: steps === null ? [] : remarksAbout(publicUrl, verifyToken !== null),
    };
    printReview(made, context);
    const file = given.value('to');
    if (file !== null) await write(context, file, renderReview(made));
    return steps === null || steps.every(({ ok }) => ok) ? 0 : 1;
  },
};

async function tryCallbacks(desk: OperatorDoors['review']): Promise<Step[]> {
  const http = createHttpClient({ totalMs: 15_000, responseBytes: 256 * 1024 });
  try {
    return await selfTest({ ...desk, http });
  } finally {
    await http.close();
  }
}

async function write(context: CommandContext, file: string, page: string): Promise<void> {
  const path = context.path(file);
  try {
    await writeFile(path, page, { flag: 'wx' });
  } catch (error) {
    throw new CommandError(`${file} could not be written: it is there already, or its folder is not.`, {
      cause: error,
    });
  }
  context.print();
  context.print(`Written to ${path}.`);
}

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHttpClient } from '../../../platform/http';
import { type Command, CommandError } from '../command';
import type { CommandContext } from '../command-context';
import type { OperatorDoors } from '../operator-doors';
import { reviewPermissions } from '../review/permissions';
import { printReview } from '../review/print-review';
import { remarksAbout } from '../review/review';
import { renderReview } from '../review/review-page';
import { type Step, selfTest } from '../review/self-test';

/** Its name in `DATA_DIR`. */
const PAGE = 'app-review.html';

export const review: Command = {
  name: 'review',
  summary: "Writes the page for Meta's app review: what each permission is for, and the callbacks, tried.",
  details:
    'For the app review at Meta: permission, screen, call and the day of its last use, with a warning for each that nothing uses.\n' +
    'Then it sends what Meta would send to PUBLIC_URL, about an id that nobody can have. That leaves one deletion request about\n' +
    'nobody, completed with "nothing held". Ends with 1 when a callback is not in order.\n' +
    'The page is one HTML file that loads nothing: app-review.html in DATA_DIR, new with each run, or FILE.',
  options: {
    to: { value: 'FILE', help: 'Writes the page there, and never over another file.' },
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
    await write(context, given.value('to'), join(operator.review.dataDir, PAGE), renderReview(made));
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

/** Only the page of an earlier run is replaced: what stands where the operator points may be anything. */
async function write(context: CommandContext, file: string | null, own: string, page: string): Promise<void> {
  const path = file === null ? own : context.path(file);
  try {
    if (file === null) await rm(own, { force: true });
    await writeFile(path, page, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new CommandError(
      `${path} could not be written: ${file === null ? 'name another place with --to' : 'it is there already, or its folder is not'}.`,
      { cause: error },
    );
  }
  context.print();
  context.print(`The page: ${pathToFileURL(path).href}`);
}

import type { CommandContext } from '../command-context';
import { table } from '../help';
import type { Review } from './review';

/** The review on a terminal. */
export function printReview(review: Review, context: Pick<CommandContext, 'print'>): void {
  const { permissions, steps, remarks } = review;
  context.print('Permissions:');
  for (const { scope, asked, connections, calls, warnings } of permissions) {
    context.print();
    context.print(`${scope} (asked for ${asked}; granted by ${connections})`);
    const rows = calls.map((call): [string, string] => [
      call.call,
      `${call.screen}: ${call.what}; last used ${call.lastUsedOn ?? 'never'}`,
    ]);
    for (const line of rows.length === 0 ? ['  no call of this version'] : table(rows)) context.print(line);
    for (const warning of warnings) context.print(`  ! ${warning}`);
  }
  context.print();
  context.print(steps === null ? 'Callbacks: not tried.' : `Callbacks at ${review.publicUrl}:`);
  for (const remark of remarks) context.print(`  ! ${remark}`);
  for (const { what, request, status, tookMs, reply, ok, fix } of steps ?? []) {
    context.print(`  ${ok ? 'ok ' : 'NOT'}  ${what}: ${request}, ${status ?? 'no answer'}, ${tookMs} ms`);
    context.print(`       ${reply.replace(/\s+/g, ' ')}`);
    if (fix !== null) context.print(`       -> ${fix}`);
  }
}

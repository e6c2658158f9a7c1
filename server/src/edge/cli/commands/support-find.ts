import type { SupportKey } from '../../../features/support';
import { toPublicId } from '../../graphql/ids';
import { type Command, type Given, MisuseError } from '../command';
import type { CommandContext } from '../command-context';
import { table } from '../help';
import type { OperatorDoors } from '../operator-doors';
import { isInstagramId } from './instagram-id';
import { VISIT_OPTIONS, visitOf } from './visit-of';

export const supportFind: Command = {
  name: 'support find',
  summary: 'Finds the account of somebody who writes to support; records who looked and why.',
  details:
    'Shows connections and deletion requests by our own ids: no e-mail address, no name, no Instagram id, no token. It is\n' +
    'recorded before anything is shown. Ends with 1 when nobody is found.',
  options: {
    email: { value: 'E', help: 'The e-mail address that the person signs in with.' },
    'instagram-id': { value: 'ID', help: 'Any of the three ids that Instagram has for the person.' },
    code: { value: 'CODE', help: 'A confirmation code.' },
    ...VISIT_OPTIONS,
  },
  async run(given, context) {
    const key = keyOf(given);
    const visit = visitOf(given);
    const { operator } = await context.app();
    const accountIds = await operator.support.find(visit, key);
    if (key.kind === 'code') await printRequest(operator, key.value, context);
    for (const accountId of accountIds) await printAccount(operator, accountId, context);
    if (accountIds.length > 0) return 0;
    context.print('No account was found.');
    return 1;
  },
};

function keyOf(given: Given): SupportKey {
  const keys = (['email', 'instagram-id', 'code'] as const).flatMap((kind) => {
    const value = given.value(kind)?.trim();
    return value === undefined ? [] : [{ kind, value }];
  });
  const [key] = keys;
  if (key === undefined || keys.length > 1) {
    throw new MisuseError('Give one of --email, --instagram-id and --code.');
  }
  if (key.kind === 'instagram-id' && !isInstagramId(key.value)) {
    throw new MisuseError('An Instagram id is 1 to 20 digits, the first not 0.');
  }
  return key;
}

async function printRequest(operator: OperatorDoors, code: string, context: CommandContext): Promise<void> {
  const status = await operator.deletionByCode(code);
  if (status !== null) {
    context.print(`The request of this code: ${status.state}, of ${status.requestedAt.toISOString()}.`);
  }
}

async function printAccount(
  operator: OperatorDoors,
  accountId: string,
  context: CommandContext,
): Promise<void> {
  const connections = await operator.connections(accountId);
  const requests = await operator.deletionRequests(accountId);
  context.print(`Account ${toPublicId('acc', accountId)}`);
  printRows('Connections', connections, context, ({ id, standing, connectedAt }) => [
    toPublicId('conn', id),
    `${standing.status}${standing.reason === null ? '' : ` (${standing.reason})`}, connected ${connectedAt.toISOString()}`,
  ]);
  printRows('Deletion requests', requests, context, ({ confirmationCode, state, requestedAt }) => [
    confirmationCode,
    `${state}, of ${requestedAt.toISOString()}`,
  ]);
}

function printRows<T>(
  title: string,
  items: readonly T[],
  context: CommandContext,
  toRow: (item: T) => [string, string],
): void {
  context.print(`${title}:${items.length === 0 ? ' none' : ''}`);
  if (items.length > 0) for (const line of table(items.map(toRow))) context.print(line);
}

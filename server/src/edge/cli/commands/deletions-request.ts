import { fromPublicId } from '../../graphql/ids';
import { type Command, CommandError, MisuseError } from '../command';
import { VISIT_OPTIONS, visitOf } from './visit-of';

export const deletionsRequest: Command = {
  name: 'deletions request',
  summary: 'Deletes one connection on the person’s behalf; says first what it would do.',
  details:
    'Does what the person’s own disconnect does: destroys the keys, erases what came from Instagram, asks Instagram to\n' +
    'withdraw our access. Asked again for the same connection it answers the same code.',
  options: {
    connection: { value: 'ID', help: 'conn_…, as "support find" shows it.' },
    apply: { help: 'Do it. Without it nothing is deleted.' },
    ...VISIT_OPTIONS,
  },
  async run(given, context) {
    const publicId = given.value('connection');
    const connectionId = publicId === null ? null : fromPublicId('conn', publicId);
    if (connectionId === null) throw new MisuseError('--connection is the id of a connection: conn_…');
    const visit = visitOf(given);
    const apply = given.has('apply');
    const { operator } = await context.app();
    const found = await operator.findConnection(connectionId);
    const action = apply ? 'DELETION_REQUEST' : 'DELETION_PREVIEW';
    await operator.support.record(visit, action, found === null ? [] : [found.accountId]);
    if (found === null) throw new CommandError('There is no such connection.');

    const { accountId } = found;
    const requestId = apply ? await operator.deleteConnection(accountId, connectionId) : found.requestId;
    if (requestId === null && !apply) {
      context.print('Would delete this connection and everything of it. Nothing was done: add --apply.');
      return 0;
    }
    const status = requestId === null ? null : await operator.deletionRequest(accountId, requestId);
    if (status === null) throw new CommandError('There is no such connection.');
    const code = status.confirmationCode;
    context.print(found.requestId === null ? 'Requested.' : 'Was requested before; nothing was done again.');
    context.print(`Code: ${code}`);
    context.print(`Status: ${operator.statusUrl(code)}`);
    return 0;
  },
};

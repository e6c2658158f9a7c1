import { IsNull } from 'typeorm';
import type { Clock } from '../../platform/clock';
import type { AccountEraser, Eraser } from '../deletion';
import { endForHolder } from './answer-transfer';
import { lockConnection } from './holder';
import type { TransferNotices } from './ports';
import { tellReady } from './settle-transfers';
import { TransferRequestRow } from './transfer-request.entity';

/**
 * Removes what was asked about a connection that goes, however it ended, and tells whoever asked that the Instagram
 * account can be connected now.
 */
export function transfersEraser(notices: TransferNotices, clock: Clock): Eraser {
  return {
    category: 'INSTAGRAM_IDENTITY',
    claims: [{ table: 'transfer_request', columns: '*' }],
    async erase({ connectionId }, tx) {
      const waiting = await tx.findBy(TransferRequestRow, { connectionId, keptAt: IsNull() });
      const { affected } = await tx.delete(TransferRequestRow, { connectionId });
      for (const request of waiting) await tellReady(tx, notices, request, clock.now());
      return affected ?? 0;
    },
    count: ({ connectionId }, tx) => tx.countBy(TransferRequestRow, { connectionId }),
  };
}

/** Removes what an account asked for when the account goes, and tells the holders that their connection stays. */
export function transfersOfAccountEraser(notices: TransferNotices, clock: Clock): AccountEraser {
  return {
    category: 'ACCOUNT',
    claims: [{ table: 'transfer_request', columns: '*' }],
    async eraseAccount(accountId, tx) {
      const requests = await tx.find(TransferRequestRow, {
        where: { accountId },
        order: { connectionId: 'ASC' },
      });
      for (const request of requests) {
        const connection = await lockConnection(tx, request.connectionId);
        if (connection === null || request.keptAt !== null)
          await tx.delete(TransferRequestRow, { id: request.id });
        else await endForHolder(tx, notices, request, connection, clock.now());
      }
      return requests.length;
    },
    countOfAccount: (accountId, tx) => tx.countBy(TransferRequestRow, { accountId }),
  };
}

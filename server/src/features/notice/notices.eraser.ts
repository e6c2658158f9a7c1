import type { Eraser } from '../deletion';
import { NoticeRow } from './notice.entity';

/** Removes what was told about a connection, and with it the mails that told it. */
export const noticesEraser: Eraser = {
  category: 'INSTAGRAM_IDENTITY',
  claims: [{ table: 'notice', columns: ['connection_id'] }],
  async erase({ connectionId }, tx) {
    const { affected } = await tx.delete(NoticeRow, { connectionId });
    return affected ?? 0;
  },
  count: ({ connectionId }, tx) => tx.countBy(NoticeRow, { connectionId }),
};

import { Entity, ForeignKey } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { MUTED } from './held';

/** A kind of notice that an account does not want by mail. */
@Subject({ paths: [{ column: 'account_id', to: 'account.id' }], holding: MUTED, onErase: 'with-account' })
@Entity({ name: 'muted_notice' })
export class MutedNoticeRow {
  @ForeignKey('AccountRow', { name: 'muted_notice_account_fkey', onDelete: 'CASCADE' })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'whose choice it is',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'muted_notice_pkey',
  })
  accountId: string;

  @Clear({
    reason: 'our-word',
    source: 'person',
    purpose: 'what is not mailed',
    primary: true,
    type: 'text',
    primaryKeyConstraintName: 'muted_notice_pkey',
  })
  kind: string;

  @Clear({ reason: 'time', source: 'us', purpose: 'when it was chosen', type: 'timestamptz' })
  mutedAt: Date;
}

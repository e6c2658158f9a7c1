import { Entity, ForeignKey, Index } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { DATA_EXPORTS, EXPORT_FILES } from './held';

const TIME = { reason: 'time', source: 'us', type: 'timestamptz', nullable: true } as const;

/** That an account asked for its data: how far it is, or how it ended. One at a time is alive. */
@Subject({
  paths: [{ column: 'account_id', to: 'account.id' }],
  holding: DATA_EXPORTS,
  onErase: 'with-account',
})
@Entity({ name: 'data_export' })
@Index('data_export_living', ['accountId'], { unique: true, where: '"ended_at" IS NULL' })
export class DataExportRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to name the export',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'data_export_pkey',
  })
  id: string;

  @Index('data_export_account')
  @ForeignKey('AccountRow', { name: 'data_export_account_fkey', onDelete: 'CASCADE' })
  @Clear({ reason: 'random-id', source: 'us', purpose: 'whose data it is', type: 'uuid' })
  accountId: string;

  @Index('data_export_requested')
  @Clear({ reason: 'time', source: 'us', purpose: 'to limit how often one is made', type: 'timestamptz' })
  requestedAt: Date;

  /** Runs that began; the last one that fails ends the export. */
  @Clear({ reason: 'number', source: 'us', purpose: 'to stop trying', type: 'integer' })
  attempts: number;

  /** The run that may write: one that a newer run took over from can write nothing. */
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'so that one run at a time writes',
    type: 'uuid',
    nullable: true,
  })
  buildId: string | null;

  /** The connections whose data is in the file; empty once it is gone. */
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to destroy the file when one of them is disconnected',
    holding: EXPORT_FILES,
    onErase: 'emptied',
    type: 'uuid',
    array: true,
  })
  connectionIds: string[];

  @Clear({ reason: 'number', source: 'us', purpose: 'to show how far it is', type: 'integer' })
  percent: number;

  /** PostgreSQL's `bigint` comes as text. */
  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'to show how large it is',
    type: 'bigint',
    nullable: true,
    holding: EXPORT_FILES,
  })
  sizeBytes: string | null;

  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'to notice a piece that is missing',
    type: 'integer',
    nullable: true,
  })
  pieceCount: number | null;

  @Clear({ ...TIME, purpose: 'to show since when it can be fetched' })
  readyAt: Date | null;

  @Clear({ ...TIME, purpose: 'to destroy it a day later' })
  expiresAt: Date | null;

  /** SHA-256 of the newest link's token; null while there is none that was not used. */
  @Index('data_export_link', { unique: true })
  @Clear({
    reason: 'digest',
    source: 'us',
    purpose: 'to recognise its link',
    holding: EXPORT_FILES,
    onErase: 'emptied',
    type: 'bytea',
    nullable: true,
  })
  linkHash: Buffer | null;

  @Clear({ ...TIME, purpose: 'to end its link after some minutes' })
  linkUntil: Date | null;

  /** The download under way: one that a newer one took over from is cut off. */
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'so that it is downloaded once',
    type: 'uuid',
    nullable: true,
  })
  sendingId: string | null;

  @Clear({ ...TIME, purpose: 'to notice a download that broke off' })
  sendingUntil: Date | null;

  @Clear({ ...TIME, purpose: 'to show when it ended' })
  endedAt: Date | null;

  /** How it ended; see `ExportEnding`. */
  @Clear({ reason: 'our-word', source: 'us', purpose: 'to show how it ended', type: 'text', nullable: true })
  ending: string | null;
}

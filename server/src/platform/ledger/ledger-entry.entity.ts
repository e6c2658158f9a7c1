import { Entity, Index } from 'typeorm';
import { Clear } from '../database/personal';
import { Subject } from '../database/subject';
import { LEDGER } from './held';

/**
 * What the ledger says, or is about to: written by the transaction that did it, put into the ledger by a job. The same
 * lines are here and there, so that either can be compared with the other, and the ledger written anew.
 */
@Subject({
  paths: [{ column: 'request_id', to: 'deletion_subject.request_id' }],
  holding: LEDGER,
  onErase: { kept: 'so that a restored backup is told to delete it again' },
})
@Entity({ name: 'ledger_entry' })
@Index('ledger_entry_seq', ['seq'], { unique: true })
@Index('ledger_entry_leaf', ['leafIndex'], { unique: true })
@Index('ledger_entry_request', ['requestId'])
@Index('ledger_entry_waiting', ['id'], { where: 'seq is null' })
export class LedgerEntryRow {
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'to know a line again',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'ledger_entry_pkey',
  })
  id: string;

  @Clear({ reason: 'our-word', source: 'us', purpose: 'what it tells of', type: 'text' })
  kind: string;

  /** JSON, as it stands in the line. */
  @Clear({
    reason: 'ledger-line',
    source: 'us',
    purpose: 'to delete again what a restore brings back',
    type: 'text',
  })
  body: string;

  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'which deletion it is about',
    type: 'uuid',
    nullable: true,
  })
  requestId: string | null;

  /** Of a deletion: the key of its tombstones. */
  @Clear({ reason: 'key-name', source: 'us', purpose: 'to find the key', type: 'text', nullable: true })
  keyId: string | null;

  /** Of a receipt: its place in the log of receipts, in whose order they are appended. */
  @Clear({ reason: 'number', source: 'us', purpose: 'in which order', type: 'integer', nullable: true })
  leafIndex: number | null;

  /** To the minute. */
  @Clear({ reason: 'time', source: 'us', purpose: 'in which order', type: 'timestamptz' })
  madeAt: Date;

  /** Its place in the ledger; null until it is durable there. */
  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'its place in the ledger',
    type: 'integer',
    nullable: true,
  })
  seq: number | null;

  /** The hash of the line before it. */
  @Clear({ reason: 'digest', source: 'us', purpose: 'to notice a change', type: 'bytea', nullable: true })
  prev: Buffer | null;

  @Clear({ reason: 'digest', source: 'us', purpose: 'to notice a change', type: 'bytea', nullable: true })
  hash: Buffer | null;

  /** The month in whose file it stands. */
  @Clear({ reason: 'our-word', source: 'us', purpose: 'where it stands', type: 'text', nullable: true })
  month: string | null;

  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to forget it in time',
    type: 'timestamptz',
    nullable: true,
  })
  expiresAt: Date | null;
}

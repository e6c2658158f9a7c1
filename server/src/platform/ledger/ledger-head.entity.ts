import { Entity } from 'typeorm';
import { Clear } from '../database/personal';
import { NoPerson } from '../database/subject';
import { INSTALLATION } from '../vault';

/** How far this database knows the ledger: one row, which outlives the lines. */
@NoPerson({ reason: 'the length of a file and the digest of its last line', kept: INSTALLATION })
@Entity({ name: 'ledger_head' })
export class LedgerHeadRow {
  /** Always 1. */
  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'so that there is one row',
    primary: true,
    type: 'integer',
    primaryKeyConstraintName: 'ledger_head_pkey',
  })
  id: number;

  @Clear({ reason: 'number', source: 'us', purpose: 'the last line that is known', type: 'integer' })
  seq: number;

  @Clear({ reason: 'digest', source: 'us', purpose: 'to notice a change', type: 'bytea' })
  hash: Buffer;
}

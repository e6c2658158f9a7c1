import { Entity } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { NoPerson } from '../../platform/database/subject';
import { DEAUTHORIZATION, DEAUTHORIZATIONS } from './held';

/** A deauthorize callback that was accepted, by the digest of its characters: the same again changes nothing. */
@NoPerson({
  reason: 'a digest and two times: nothing in it leads to a person or a connection',
  kept: DEAUTHORIZATION,
  holding: DEAUTHORIZATIONS,
})
@Entity({ name: 'deauthorization' })
export class DeauthorizationRow {
  @Clear({
    reason: 'digest',
    source: 'instagram',
    purpose: 'to act on the same callback once',
    primary: true,
    type: 'bytea',
    primaryKeyConstraintName: 'deauthorization_pkey',
  })
  requestDigest: Buffer;

  @Clear({ reason: 'time', source: 'instagram', purpose: 'when Instagram wrote it', type: 'timestamptz' })
  issuedAt: Date;

  @Clear({ reason: 'time', source: 'us', purpose: 'to forget it in time', type: 'timestamptz' })
  receivedAt: Date;
}

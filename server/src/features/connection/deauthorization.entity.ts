import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A deauthorize callback that was accepted, by the digest of its characters: the same again changes nothing. */
@Entity({ name: 'deauthorization' })
export class DeauthorizationRow {
  @PrimaryColumn({
    type: 'bytea',
    primaryKeyConstraintName: 'deauthorization_pkey',
  })
  requestDigest: Buffer;

  @Column({ type: 'timestamptz' })
  issuedAt: Date;

  @Column({ type: 'timestamptz' })
  receivedAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The public half of a key that signs; kept after the key retired, so that what it signed can still be checked. */
@Entity({ name: 'signing_key' })
export class SigningKeyRow {
  /** The key's thumbprint (RFC 7638): the `kid` of what it signs. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'signing_key_pkey' })
  id: string;

  /** 32 bytes. */
  @Column({ type: 'bytea' })
  publicKey: Buffer;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  /** When another key took its place; null for the one that signs. */
  @Column({ type: 'timestamptz', nullable: true })
  retiredAt: Date | null;
}

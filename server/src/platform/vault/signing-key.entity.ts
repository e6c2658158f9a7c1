import { Entity } from 'typeorm';
import { Clear } from '../database/personal';
import { NoPerson } from '../database/subject';
import { INSTALLATION } from './held';

/** The public half of a key that signs; kept after the key retired, so that what it signed can still be checked. */
@NoPerson({ reason: 'public keys of the installation', kept: INSTALLATION })
@Entity({ name: 'signing_key' })
export class SigningKeyRow {
  /** The key's thumbprint (RFC 7638): the `kid` of what it signs. */
  @Clear({
    reason: 'key-name',
    source: 'us',
    purpose: 'to tell which key signed',
    primary: true,
    type: 'text',
    primaryKeyConstraintName: 'signing_key_pkey',
  })
  id: string;

  /** 32 bytes. */
  @Clear({ reason: 'public-key', source: 'us', purpose: 'to check what it signed', type: 'bytea' })
  publicKey: Buffer;

  @Clear({ reason: 'time', source: 'us', purpose: 'how old it is', type: 'timestamptz' })
  createdAt: Date;

  /** When another key took its place; null for the one that signs. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'when another took its place',
    type: 'timestamptz',
    nullable: true,
  })
  retiredAt: Date | null;
}

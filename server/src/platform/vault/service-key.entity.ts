import { Entity } from 'typeorm';
import { Clear } from '../database/personal';
import { NoPerson } from '../database/subject';
import { INSTALLATION } from './held';

/** A random key of the installation (lookup, confirmation codes), wrapped by the master key. */
@NoPerson({ reason: 'keys of the installation', kept: INSTALLATION })
@Entity({ name: 'service_key', schema: 'keystore' })
export class ServiceKeyRow {
  @Clear({
    reason: 'key-name',
    source: 'us',
    purpose: 'to find it',
    primary: true,
    type: 'text',
    primaryKeyConstraintName: 'service_key_pkey',
  })
  name: string;

  @Clear({ reason: 'wrapped-key', source: 'us', purpose: 'to find, to sign and to limit', type: 'text' })
  wrapped: string;

  @Clear({ reason: 'time', source: 'us', purpose: 'how old it is', type: 'timestamptz' })
  createdAt: Date;
}

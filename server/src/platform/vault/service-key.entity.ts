import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A random key of the installation (lookup, confirmation codes), wrapped by the master key. */
@Entity({ name: 'service_key', schema: 'keystore' })
export class ServiceKeyRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'service_key_pkey' })
  name: string;

  @Column({ type: 'text' })
  wrapped: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

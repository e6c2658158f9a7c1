import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each token is renewed, how renewals and checks went, and what people were warned of. */
export class Renewals1795700000000 implements MigrationInterface {
  name = 'Renewals1795700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table token_renewal (
        connection_id uuid not null,
        due_at timestamptz,
        lease_id uuid,
        lease_until timestamptz,
        attempts integer not null,
        failed_at timestamptz,
        failure text,
        gave_up_at timestamptz,
        constraint token_renewal_pkey primary key (connection_id),
        constraint token_renewal_connection_fkey foreign key (connection_id) references instagram_connection (id)
      )
    `);
    await runner.query('create index token_renewal_due on token_renewal (due_at)');
    // Tokens from before: a day after the grant at the earliest, else twenty days before the end or a week after the
    // grant, each a part of half a day later that is its own.
    await runner.query(`
      insert into token_renewal (connection_id, due_at, attempts)
      select id,
        greatest(granted_at + interval '24 hours', least(granted_at + interval '7 days', token_expires_at - interval '20 days'))
          + interval '1 second' * (('x' || substr(md5(id::text), 1, 6))::bit(24)::integer % 43200),
        0
      from instagram_connection
      where cut_at is null and deauthorized_at is null and token_expires_at is not null
    `);
    await runner.query(`
      create table connection_check (
        id uuid not null,
        connection_id uuid not null,
        at timestamptz not null,
        kind text not null,
        outcome text not null,
        code integer,
        subcode integer,
        constraint connection_check_pkey primary key (id),
        constraint connection_check_connection_fkey foreign key (connection_id) references instagram_connection (id)
      )
    `);
    await runner.query('create index connection_check_connection on connection_check (connection_id, at)');
    await runner.query('create index connection_check_at on connection_check (at)');
    await runner.query(`
      create table connection_warning (
        connection_id uuid not null,
        generation integer not null,
        kind text not null,
        rung integer not null,
        about_at timestamptz not null,
        told_at timestamptz not null,
        constraint connection_warning_pkey primary key (connection_id, generation, kind, rung, about_at),
        constraint connection_warning_connection_fkey foreign key (connection_id) references instagram_connection (id)
      )
    `);
    await runner.query('create index connection_warning_told on connection_warning (told_at)');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}

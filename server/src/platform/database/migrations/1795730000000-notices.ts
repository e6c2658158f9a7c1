import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told: notices in the app, mails, what they do not want mailed, and browsers that are known. */
export class Notices1795730000000 implements MigrationInterface {
  name = 'Notices1795730000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account add column email_verified_at timestamptz');
    await runner.query(`
      create table known_device (
        device_hash bytea not null,
        account_id uuid not null,
        first_used_at timestamptz not null,
        last_used_at timestamptz not null,
        constraint known_device_pkey primary key (device_hash),
        constraint known_device_account_fkey foreign key (account_id) references account (id) on delete cascade
      )
    `);
    await runner.query('create index known_device_account on known_device (account_id)');
    await runner.query('create index known_device_used on known_device (last_used_at)');
    await runner.query(`
      create table notice (
        id uuid not null,
        account_id uuid not null,
        kind text not null,
        dedupe_key bytea not null,
        connection_id uuid,
        days_left integer,
        about_at timestamptz,
        device_sealed text,
        told_at timestamptz not null,
        seen_at timestamptz,
        constraint notice_pkey primary key (id),
        constraint notice_account_fkey foreign key (account_id) references account (id) on delete cascade,
        constraint notice_connection_fkey foreign key (connection_id) references instagram_connection (id)
      )
    `);
    await runner.query('alter table notice alter column device_sealed set statistics 0');
    await runner.query('create unique index notice_dedupe on notice (dedupe_key)');
    await runner.query('create index notice_feed on notice (account_id, told_at, id)');
    await runner.query('create index notice_connection on notice (connection_id)');
    await runner.query('create index notice_told on notice (told_at)');
    await runner.query(`
      create table mail (
        id uuid not null,
        account_id uuid,
        purpose text not null,
        notice_id uuid,
        operator_event text,
        dedupe_key bytea,
        state text not null,
        intended_at timestamptz not null,
        sending_at timestamptz,
        settled_at timestamptz,
        link_hash bytea,
        link_ends_at timestamptz,
        constraint mail_pkey primary key (id),
        constraint mail_account_fkey foreign key (account_id) references account (id) on delete cascade,
        constraint mail_notice_fkey foreign key (notice_id) references notice (id) on delete cascade
      )
    `);
    await runner.query('create index mail_account on mail (account_id)');
    await runner.query('create unique index mail_notice on mail (notice_id)');
    await runner.query('create unique index mail_dedupe on mail (dedupe_key)');
    await runner.query('create unique index mail_link on mail (link_hash)');
    await runner.query('create index mail_intended on mail (intended_at)');
    await runner.query(`
      create table muted_notice (
        account_id uuid not null,
        kind text not null,
        muted_at timestamptz not null,
        constraint muted_notice_pkey primary key (account_id, kind),
        constraint muted_notice_account_fkey foreign key (account_id) references account (id) on delete cascade
      )
    `);
    await runner.query(`
      create table development_mail (
        mail_id uuid not null,
        account_id uuid,
        sent_at timestamptz not null,
        content_sealed text,
        constraint development_mail_pkey primary key (mail_id),
        constraint development_mail_mail_fkey foreign key (mail_id) references mail (id) on delete cascade,
        constraint development_mail_account_fkey foreign key (account_id) references account (id) on delete cascade
      )
    `);
    await runner.query('alter table development_mail alter column content_sealed set statistics 0');
    await runner.query('create index development_mail_account on development_mail (account_id)');
    await runner.query('create index development_mail_sent on development_mail (sent_at)');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, connections, analytics and deletion requests; wrapped keys in a schema of their own. */
export class FirstTables1795400000000 implements MigrationInterface {
  name = 'FirstTables1795400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema keystore');
    await runner.query(`
      create table account (
        id uuid not null,
        email_sealed text not null,
        email_index bytea not null,
        password_hash text not null,
        time_zone text not null,
        selected_connection_id uuid,
        created_at timestamptz not null,
        constraint account_pkey primary key (id)
      )
    `);
    await runner.query(`
      create unique index account_email on account (email_index)
    `);
    await runner.query(`
      create table session (
        id_hash bytea not null,
        account_id uuid not null,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        constraint session_pkey primary key (id_hash)
      )
    `);
    await runner.query(`
      create index session_account on session (account_id)
    `);
    await runner.query(`
      create table analytics_day (
        connection_id uuid not null,
        day date not null,
        reach bigint,
        views bigint,
        accounts_engaged bigint,
        total_interactions bigint,
        likes bigint,
        comments bigint,
        saves bigint,
        shares bigint,
        replies bigint,
        reposts bigint,
        follows bigint,
        unfollows bigint,
        profile_links_taps bigint,
        follower_count bigint,
        fetched_at timestamptz,
        failed_metrics text[] not null,
        constraint analytics_day_pkey primary key (connection_id, day)
      )
    `);
    await runner.query(`
      create table analytics_gap (
        connection_id uuid not null,
        metric text not null,
        reason text not null,
        noted_at timestamptz not null,
        constraint analytics_gap_pkey primary key (connection_id, metric)
      )
    `);
    await runner.query(`
      create table analytics_sync (
        connection_id uuid not null,
        synced_at timestamptz,
        complete_until date,
        failed_at timestamptz,
        failure text,
        repeats integer not null,
        running_since timestamptz,
        requested_at timestamptz,
        generation integer,
        constraint analytics_sync_pkey primary key (connection_id)
      )
    `);
    await runner.query(`
      create table connect_attempt (
        state_hash bytea not null,
        account_id uuid not null,
        session_hash bytea not null,
        connection_id uuid,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        consumed_at timestamptz,
        stored_at timestamptz,
        constraint connect_attempt_pkey primary key (state_hash)
      )
    `);
    await runner.query(`
      create index connect_attempt_account on connect_attempt (account_id)
    `);
    await runner.query(`
      create table deauthorization (
        request_digest bytea not null,
        issued_at timestamptz not null,
        received_at timestamptz not null,
        constraint deauthorization_pkey primary key (request_digest)
      )
    `);
    await runner.query(`
      create table instagram_connection (
        id uuid not null,
        account_id uuid not null,
        app_id text not null,
        generation integer not null,
        exchange_user_id_sealed text not null,
        exchange_user_index bytea not null,
        app_scoped_id_sealed text not null,
        app_scoped_index bytea not null,
        professional_id_sealed text not null,
        professional_index bytea not null,
        username_sealed text not null,
        display_name_sealed text,
        token_sealed text,
        token_expires_at timestamptz,
        token_refreshed_at timestamptz,
        granted_permissions text[] not null,
        connected_at timestamptz not null,
        granted_at timestamptz not null,
        checked_at timestamptz,
        deauthorized_at timestamptz,
        cut_at timestamptz,
        constraint instagram_connection_pkey primary key (id)
      )
    `);
    await runner.query(`
      create index connection_exchange_user on instagram_connection (exchange_user_index)
    `);
    await runner.query(`
      create index connection_app_scoped on instagram_connection (app_scoped_index)
    `);
    await runner.query(`
      create index connection_professional on instagram_connection (professional_index)
    `);
    await runner.query(`
      create unique index connection_account_professional on instagram_connection (account_id, professional_index) where cut_at is null
    `);
    await runner.query(`
      create unique index connection_professional_live on instagram_connection (professional_index) where deauthorized_at is null and cut_at is null
    `);
    await runner.query(`
      create table deletion_outcome (
        request_id uuid not null,
        connection_id uuid not null,
        category text not null,
        outcome text not null,
        count integer not null,
        recorded_at timestamptz not null,
        constraint deletion_outcome_pkey primary key (request_id, connection_id, category)
      )
    `);
    await runner.query(`
      create table deletion_request (
        id uuid not null,
        code_hash bytea not null,
        source text not null,
        request_digest bytea,
        requested_at timestamptz not null,
        keys_removed_at timestamptz,
        erasing_at timestamptz,
        attention_at timestamptz,
        completed_at timestamptz,
        access_withdrawal text not null,
        constraint deletion_request_pkey primary key (id)
      )
    `);
    await runner.query(`
      create unique index deletion_request_digest on deletion_request (request_digest)
    `);
    await runner.query(`
      create unique index deletion_request_code on deletion_request (code_hash)
    `);
    await runner.query(`
      create table deletion_subject (
        request_id uuid not null,
        connection_id uuid not null,
        account_id uuid not null,
        code_sealed text not null,
        part text not null,
        constraint deletion_subject_pkey primary key (request_id, connection_id)
      )
    `);
    await runner.query(`
      create index deletion_subject_connection on deletion_subject (connection_id)
    `);
    await runner.query(`
      create index deletion_subject_account on deletion_subject (account_id)
    `);
    await runner.query(`
      create table worker_heartbeat (
        worker_id text not null,
        seen_at timestamptz not null,
        constraint worker_heartbeat_pkey primary key (worker_id)
      )
    `);
    await runner.query(`
      create table rate_limit (
        key character varying(255) not null,
        points integer not null default 0,
        expire bigint,
        constraint rate_limit_pkey primary key (key)
      )
    `);
    await runner.query(`
      create index rate_limit_expire on rate_limit (expire)
    `);
    await runner.query(`
      create table keystore.data_key (
        id uuid not null,
        kind text not null,
        subject_id uuid not null,
        generation integer not null,
        epoch_id text not null,
        wrapped text not null,
        created_at timestamptz not null,
        constraint data_key_pkey primary key (id)
      )
    `);
    await runner.query(`
      create unique index data_key_owner on keystore.data_key (kind, subject_id, generation)
    `);
    await runner.query(`
      create table keystore.service_key (
        name text not null,
        wrapped text not null,
        created_at timestamptz not null,
        constraint service_key_pkey primary key (name)
      )
    `);
    await runner.query(`
      alter table session add constraint session_account_fkey foreign key (account_id) references account(id) on delete cascade
    `);
    await runner.query(`
      alter table analytics_day add constraint analytics_day_connection_fkey foreign key (connection_id) references instagram_connection(id)
    `);
    await runner.query(`
      alter table analytics_gap add constraint analytics_gap_connection_fkey foreign key (connection_id) references instagram_connection(id)
    `);
    await runner.query(`
      alter table analytics_sync add constraint analytics_sync_connection_fkey foreign key (connection_id) references instagram_connection(id)
    `);
    await runner.query(`
      alter table connect_attempt add constraint connect_attempt_account_fkey foreign key (account_id) references account(id) on delete cascade
    `);
    await runner.query(`
      alter table instagram_connection add constraint instagram_connection_account_fkey foreign key (account_id) references account(id)
    `);
    await runner.query(`
      alter table deletion_outcome add constraint deletion_outcome_subject_fkey foreign key (request_id, connection_id) references deletion_subject(request_id,connection_id) on delete cascade
    `);
    await runner.query(`
      alter table deletion_subject add constraint deletion_subject_request_fkey foreign key (request_id) references deletion_request(id) on delete cascade
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward: restore a backup instead');
  }
}

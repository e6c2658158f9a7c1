import type { DataSource } from 'typeorm';

/**
 * Copies every row of ours into a schema of its own, with a function that puts all of them back and empties the queue:
 * a database that is as it was, in some milliseconds.
 */
export async function keepRows(dataSource: DataSource): Promise<void> {
  await dataSource.query(`
    create schema kept;
    do $$ declare t record; begin
      for t in select table_schema as s, table_name as n from information_schema.tables
               where table_schema in ('public', 'keystore') and table_type = 'BASE TABLE' loop
        execute format('create table kept.%I as table %I.%I', t.s || '.' || t.n, t.s, t.n);
      end loop;
    end $$;
    create function kept.put_back() returns void language plpgsql as $$ declare t record; begin
      set local session_replication_role = replica;
      delete from graphile_worker._private_jobs;
      delete from graphile_worker._private_job_queues;
      for t in select table_schema as s, table_name as n from information_schema.tables
               where table_schema in ('public', 'keystore') and table_type = 'BASE TABLE' loop
        execute format('delete from %I.%I', t.s, t.n);
        execute format('insert into %I.%I overriding system value table kept.%I', t.s, t.n, t.s || '.' || t.n);
      end loop;
    end $$;`);
}

/** Puts back what was kept. */
export async function putRowsBack(dataSource: DataSource): Promise<void> {
  await dataSource.query('select kept.put_back()');
}

/** Waits until nothing of a process that was killed is under way in the database any more. */
export async function untilQuiet(dataSource: DataSource): Promise<void> {
  const busy = `select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`;
  while ((await dataSource.query<unknown[]>(busy)).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

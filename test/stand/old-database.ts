import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { MIGRATIONS } from '../../server/src/platform/database/migrations';

const server = process.env.TEST_DATABASE_URL ?? '';

type Migration = (typeof MIGRATIONS)[number];

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A database of the spec's own, as an earlier version of the product left it. */
export class OldDatabase {
  private constructor(
    private readonly name: string,
    readonly url: string,
    readonly client: Client,
  ) {}

  static async open(): Promise<OldDatabase> {
    const name = `old_${randomBytes(6).toString('hex')}`;
    const url = new URL(server);
    url.pathname = `/${name}`;
    await onServer(`create database ${name}`);
    const client = new Client({ connectionString: url.href });
    await client.connect();
    return new OldDatabase(name, url.href, client);
  }

  /** Runs every migration that comes before this one, and notes each as the product does. */
  async migrateUpTo(migration: Migration): Promise<void> {
    await this.client.query(
      'create table migration (id serial primary key, "timestamp" bigint not null, name varchar not null)',
    );
    for (const earlier of MIGRATIONS.slice(0, MIGRATIONS.indexOf(migration))) await this.migrate(earlier);
  }

  async migrate(Migration: Migration): Promise<void> {
    const migration = new Migration();
    await migration.up({ query: (statement: string) => this.client.query(statement) } as never);
    await this.client.query('insert into migration ("timestamp", name) values ($1, $2)', [
      migration.name.slice(-13),
      migration.name,
    ]);
  }

  async close(): Promise<void> {
    await this.client.end();
    await onServer(`drop database ${this.name} with (force)`);
  }
}

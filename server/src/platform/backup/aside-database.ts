import { Client } from 'pg';
import { ADVISORY_LOCKS } from '../database/advisory-locks';
import { errorCode } from '../error-code';
import { Secret } from '../secret';
import { BackupError } from './backup-error';

/** PostgreSQL cuts longer names. */
const NAME_LENGTH = 63;
const IN_USE = '55006';
const NOT_ALLOWED = '42501';
const NO_DATABASE = '3D000';

/** What a database looks like to somebody who wants to put another in its place. */
export interface Target {
  readonly hasTables: boolean;
}

/**
 * A database that is built beside the one it will replace. Until `takePlace` the other one is untouched, and whatever
 * happens before leaves it as it was.
 */
export class AsideDatabase {
  /** Its address: a secret. */
  readonly url: Secret;

  private constructor(
    private readonly server: Client,
    private readonly name: string,
    url: Secret,
  ) {
    this.url = withName(url, this.aside);
  }

  /**
   * Takes the right to replace the database at `url`: one at a time has it.
   *
   * @throws BackupError when somebody else has it, or is connected to the database.
   */
  static async beside(url: Secret): Promise<AsideDatabase> {
    const server = new Client({ connectionString: withName(url, 'postgres').reveal() });
    server.on('error', () => {});
    await server.connect();
    try {
      await server.query(`set statement_timeout = 0`);
      const { rows } = await server.query<{ got: boolean }>(
        'select pg_try_advisory_lock($1, hashtext($2)) as got',
        [ADVISORY_LOCKS.restore, nameOf(url)],
      );
      if (rows[0]?.got !== true) throw new BackupError('Another restore of this database is running.');
      const aside = new AsideDatabase(server, nameOf(url), url);
      await aside.refuseWhileUsed();
      return aside;
    } catch (error) {
      await server.end();
      throw error;
    }
  }

  /** What stands in the place now. */
  async target(url: Secret): Promise<Target> {
    const client = new Client({ connectionString: url.reveal() });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rows } = await client.query(
        `select 1 from pg_class where relkind in ('r', 'p') and relnamespace in (
           select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema') limit 1`,
      );
      return { hasTables: rows.length > 0 };
    } catch (error) {
      if (errorCode(error) === NO_DATABASE) return { hasTables: false };
      throw error;
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** Makes it, empty. One that a killed restore left is removed first. */
  async create(): Promise<void> {
    await this.drop();
    try {
      await this.server.query(`create database ${this.server.escapeIdentifier(this.aside)}`);
    } catch (error) {
      if (errorCode(error) !== NOT_ALLOWED) throw error;
      throw new BackupError(
        'The role of DATABASE_URL may not create databases, which a restore needs so that a failed one changes nothing. ' +
          'Give it CREATEDB for the time of the restore.',
        { cause: error },
      );
    }
  }

  /** Puts it in the place of the other one, which is dropped. Both happen or neither does, whatever is killed. */
  async takePlace(): Promise<void> {
    const [name, aside, replaced] = [this.name, this.aside, this.replaced].map((one) =>
      this.server.escapeIdentifier(one),
    );
    await this.refuseWhileUsed();
    await this.server.query(`drop database if exists ${replaced}`);
    try {
      await this.server.query('begin');
      const { rowCount } = await this.server.query('select 1 from pg_database where datname = $1', [
        this.name,
      ]);
      if (rowCount !== 0) await this.server.query(`alter database ${name} rename to ${replaced}`);
      await this.server.query(`alter database ${aside} rename to ${name}`);
      await this.server.query('commit');
    } catch (error) {
      await this.server.query('rollback').catch(() => {});
      if (errorCode(error) === IN_USE) throw inUse(this.name);
      throw error;
    }
    await this.server.query(`drop database if exists ${replaced}`);
  }

  /** Removes what was built, if it has not taken its place. */
  async drop(): Promise<void> {
    await this.server.query(
      `drop database if exists ${this.server.escapeIdentifier(this.aside)} with (force)`,
    );
  }

  /** Gives the right back. */
  async close(): Promise<void> {
    await this.server.end();
  }

  private async refuseWhileUsed(): Promise<void> {
    const { rowCount } = await this.server.query(
      `select 1 from pg_stat_activity where datname = $1 and backend_type = 'client backend' limit 1`,
      [this.name],
    );
    if (rowCount !== 0) throw inUse(this.name);
  }

  private get aside(): string {
    return `${this.name.slice(0, NAME_LENGTH - 12)}_restoring`;
  }

  private get replaced(): string {
    return `${this.name.slice(0, NAME_LENGTH - 12)}_replaced`;
  }
}

function inUse(name: string): BackupError {
  return new BackupError(
    `Somebody is connected to the database "${name}": a server or a worker runs on it, or psql. Stop them, and restore ` +
      'again. Nothing was changed.',
  );
}

const nameOf = (url: Secret): string => decodeURIComponent(new URL(url.reveal()).pathname.slice(1));

function withName(url: Secret, name: string): Secret {
  const other = new URL(url.reveal());
  other.pathname = `/${encodeURIComponent(name)}`;
  return new Secret(other.href);
}

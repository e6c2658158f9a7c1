import { DataSource, type EntityTarget } from 'typeorm';
import type { Secret } from '../secret';
import { MIGRATIONS } from './migrations';
import { SnakeNaming } from './naming';
import { PreparingClient } from './preparing-client';

interface DatabaseOptions {
  readonly url: Secret;
  readonly entities: readonly EntityTarget<object>[];
  /** Connections at most; the job runner has a pool of its own. */
  readonly poolSize?: number;
  /** Default: every migration. Fewer make the tables of an earlier version. */
  readonly migrations?: readonly (typeof MIGRATIONS)[number][];
}

/** The PostgreSQL behind the whole server. Parameters are always bound; nothing is ever logged from here. */
export function createDataSource({
  url,
  entities,
  poolSize = 10,
  migrations = MIGRATIONS,
}: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: url.reveal(),
    applicationName: 'sociogenie',
    entities: entities as never,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    logging: false,
    extra: {
      Client: PreparingClient,
      // What a transaction sends without waiting in between goes out together.
      pipeline: true,
      max: poolSize,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 15_000,
    },
    poolErrorHandler: () => {},
  });
}

/** SQLSTATE of a unique constraint that was hit. */
const UNIQUE_VIOLATION = '23505';

/** Whether an error says that the named unique constraint or index was hit. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof Error) || !('driverError' in error)) return false;
  const driverError = error.driverError as {
    code?: unknown;
    constraint?: unknown;
  };
  return driverError.code === UNIQUE_VIOLATION && driverError.constraint === constraint;
}

export { EmbeddedDatabaseError } from './embedded-database-error';
export { freePort } from './port';
export { runningDatabaseUrl } from './running-database-url';
export { THROW_AWAY_SETTINGS } from './settings';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres';

import { Logger } from 'graphile-worker';

/** The library logs every job, payload included, and what PostgreSQL says of a lost connection: none of that is wanted. */
export const QUIET = new Logger(() => () => {});

import { FirstTables1795400000000 } from './1795400000000-first-tables';

/** Every migration, oldest first. They only go forward. */
export const MIGRATIONS = [FirstTables1795400000000] as const;

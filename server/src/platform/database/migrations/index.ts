import { FirstTables1795400000000 } from './1795400000000-first-tables';
import { NoStatistics1795500000000 } from './1795500000000-no-statistics';

/** Every migration, oldest first. They only go forward. */
export const MIGRATIONS = [FirstTables1795400000000, NoStatistics1795500000000] as const;

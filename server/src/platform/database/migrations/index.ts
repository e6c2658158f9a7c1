import { FirstTables1795400000000 } from './1795400000000-first-tables';
import { Receipts1795520000000 } from './1795520000000-receipts';

/** Every migration, oldest first. They only go forward. */
export const MIGRATIONS = [FirstTables1795400000000, Receipts1795520000000] as const;

import { INSTALLATION } from '../vault/held';
import type { ForeignTable } from './data-map/data-map';

/** TypeORM's own table. */
export const MIGRATION_TABLE: ForeignTable = {
  name: 'migration',
  reason: 'TypeORM’s: which migrations ran; nothing of a person',
  kept: INSTALLATION,
  columns: ['id', 'name', 'timestamp'],
};

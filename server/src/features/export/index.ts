import { DataExportRow } from './data-export.entity';
import { DataExportPieceRow } from './data-export-piece.entity';

export { BUILD_EXPORT_TASK, type BuildExportDependencies, buildExport } from './build-export';
export type { ExportState } from './data-export';
export {
  DataExports,
  type DataExportView,
  type ExportLink,
  type ExportRequest,
} from './data-exports';
export {
  END_EXPORT_TASK,
  END_OVERDUE_EXPORTS_TASK,
  type EndDependencies,
  endExpired,
  endExportsOf,
  endOverdueExports,
  withExportsEnded,
} from './end-exports';
export { exportEraser } from './export.eraser';
export { exportPlan } from './export-plan';
export { closingWithExports, exportsOfAccountEraser } from './exports-of-account.eraser';
export { DATA_EXPORTS, EXPORT_FILES } from './held';
export { SENDING_PATIENCE_MS, type Sending } from './send-export';

/** The tables of this feature. */
export const EXPORT_ENTITIES = [DataExportRow, DataExportPieceRow] as const;

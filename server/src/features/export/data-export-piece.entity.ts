import { Entity, ForeignKey } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { EXPORT_FILES } from './held';

/** A piece of an export's file, sealed under the export's key for its place in the file. */
@Subject({
  paths: [{ column: 'export_id', to: 'data_export.id' }],
  holding: EXPORT_FILES,
  onErase: 'row-removed',
})
@Entity({ name: 'data_export_piece' })
export class DataExportPieceRow {
  @ForeignKey('DataExportRow', { name: 'data_export_piece_export_fkey', onDelete: 'CASCADE' })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'which file it is of',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'data_export_piece_pkey',
  })
  exportId: string;

  @Clear({
    reason: 'number',
    source: 'us',
    purpose: 'its place in the file',
    primary: true,
    type: 'integer',
    primaryKeyConstraintName: 'data_export_piece_pkey',
  })
  position: number;

  @Sealed({ key: 'export', source: 'us', purpose: 'to hand you a copy of what we hold' })
  bytesSealed: string;
}

import { Field, Int, ObjectType } from 'type-graphql';
import type { DataExportView, ExportState } from '../../../features/export';
import { describedEnum } from '../enums';
import { CountScalar, DateTimeScalar } from '../scalars';

const STATES: Readonly<Record<ExportState, string>> = {
  PREPARING: 'It is being made, or waits for its turn.',
  READY: 'It can be downloaded, once.',
  DOWNLOADED: 'It was downloaded, and its file destroyed.',
  EXPIRED: 'Nobody downloaded it in time; its file is destroyed.',
  DISCARDED: 'The person discarded it; its file is destroyed.',
  FAILED: 'It could not be made, after several attempts.',
  DATA_DELETED: 'Data that was in it was deleted, so its file was destroyed.',
};

export const DataExportState = describedEnum('DataExportState', 'Where an export is.', STATES);

@ObjectType('DataExport', {
  description: 'A copy, as a ZIP file, of everything that is held about an account.',
})
export class DataExport {
  @Field(() => DataExportState, { description: 'Where it is.' })
  state: ExportState;

  @Field(() => Int, { description: 'How much of it is made, from 0 to 100.' })
  progressPercent: number;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ready; null before.' })
  readyAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its file is destroyed if nobody downloads it; null until it is ready.',
  })
  expiresAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its file was destroyed, or making it was given up.',
  })
  endedAt: Date | null;

  @Field(() => CountScalar, { nullable: true, description: 'Its size in bytes while it can be downloaded.' })
  sizeBytes: number | null;

  constructor(view: DataExportView) {
    this.state = view.state;
    this.progressPercent = view.percent;
    this.requestedAt = view.requestedAt;
    this.readyAt = view.readyAt;
    this.expiresAt = view.expiresAt;
    this.endedAt = view.endedAt;
    this.sizeBytes = view.sizeBytes;
  }
}

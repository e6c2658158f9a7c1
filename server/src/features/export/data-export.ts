/** How an export ended, as it is stored. */
export type ExportEnding = 'downloaded' | 'expired' | 'discarded' | 'failed' | 'data-deleted';

/** Where an export is; derived from its times, never stored. */
export type ExportState =
  | 'PREPARING'
  | 'READY'
  | 'DOWNLOADED'
  | 'EXPIRED'
  | 'DISCARDED'
  | 'FAILED'
  | 'DATA_DELETED';

const ENDED: Readonly<Record<ExportEnding, ExportState>> = {
  downloaded: 'DOWNLOADED',
  expired: 'EXPIRED',
  discarded: 'DISCARDED',
  failed: 'FAILED',
  'data-deleted': 'DATA_DELETED',
};

interface Times {
  readonly readyAt: Date | null;
  readonly expiresAt: Date | null;
  readonly ending: string | null;
}

/** Its state at a moment: past its time it is expired, whether or not a job has noticed yet. */
export function stateOfExport({ readyAt, expiresAt, ending }: Times, now: Date): ExportState {
  if (ending !== null) return ENDED[ending as ExportEnding];
  if (readyAt === null) return 'PREPARING';
  return expiresAt !== null && expiresAt <= now ? 'EXPIRED' : 'READY';
}

/** The owner of an export's key: what it sealed is gone with it. */
export const exportKey = (exportId: string) =>
  ({ kind: 'export', subjectId: exportId, generation: 0 }) as const;

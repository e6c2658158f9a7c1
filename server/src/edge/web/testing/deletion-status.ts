import type { DeletionStatusView } from '../pages/deletion-status-view';

/** A finished deletion asked for by Instagram, with whatever a test wants different. */
export function deletionStatus(overrides: Partial<DeletionStatusView> = {}): DeletionStatusView {
  return {
    confirmationCode: '7Q4M2KTD2XRAB3CDE4FGH5JKLM',
    state: 'COMPLETED',
    source: 'META_CALLBACK',
    requestedAt: new Date('2026-11-23T14:02:37.512Z'),
    completedAt: new Date('2026-11-23T14:03:59.999Z'),
    keysRemovedAt: new Date('2026-11-23T14:02:37.512Z'),
    accessWithdrawal: 'NOT_ASKED',
    unrecoverableBy: new Date('2026-12-01T14:02:00.000Z'),
    receipt: 'eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl',
    recipients: { told: 0, total: 0 },
    addendum: null,
    categories: [
      { name: 'ACCESS_KEYS', outcome: 'REMOVED', reason: null, keptUntil: null },
      { name: 'INSTAGRAM_IDENTITY', outcome: 'REMOVED', reason: null, keptUntil: null },
      { name: 'ANALYTICS', outcome: 'REMOVED', reason: null, keptUntil: null },
      { name: 'POSTS_AND_MEDIA', outcome: 'KEPT', reason: null, keptUntil: null },
      { name: 'DELETION_RECORD', outcome: 'KEPT', reason: null, keptUntil: new Date('2028-11-23T00:00:00Z') },
    ],
    ...overrides,
  };
}

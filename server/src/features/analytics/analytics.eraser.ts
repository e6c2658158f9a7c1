import type { EntityManager } from 'typeorm';
import type { Eraser, ErasureSubject } from '../deletion';
import { AnalyticsDayRow } from './analytics-day.entity';
import { AnalyticsGapRow } from './analytics-gap.entity';
import { AnalyticsSyncRow } from './analytics-sync.entity';

/**
 * Removes a connection's analytics: whole rows, the state of their collection included. What a person is told is the
 * number of days; the count of what is left looks at every table.
 */
export const analyticsEraser: Eraser = {
  category: 'ANALYTICS',
  claims: [
    { table: 'analytics_day', columns: '*' },
    { table: 'analytics_sync', columns: '*' },
    { table: 'analytics_gap', columns: '*' },
  ],
  async erase({ connectionId }: ErasureSubject, tx: EntityManager): Promise<number> {
    const days = await tx.delete(AnalyticsDayRow, { connectionId });
    await tx.delete(AnalyticsGapRow, { connectionId });
    await tx.delete(AnalyticsSyncRow, { connectionId });
    return days.affected ?? 0;
  },
  async count({ connectionId }: ErasureSubject, tx: EntityManager): Promise<number> {
    const days = await tx.countBy(AnalyticsDayRow, { connectionId });
    const gaps = await tx.countBy(AnalyticsGapRow, { connectionId });
    return days + gaps + (await tx.countBy(AnalyticsSyncRow, { connectionId }));
  },
};

import { daysBetween, type MetaDay, metaDayClosedAt } from './days';
import { type Endpoints, graphRequest } from './endpoints';
import { type CallLine, call } from './graph-call';
import { boundsOf, toWindows } from './insight-window';
import type { Instagram } from './instagram';
import { type SeriesAnswer, SeriesReply } from './replies';

/** Reach day by day: the only metric that Instagram still gives as a daily series. */
export function dailyReach(http: CallLine, endpoints: Endpoints): Pick<Instagram, 'dailyReach'> {
  return {
    async dailyReach(token, accountId, days) {
      const reach = new Map<MetaDay, number>();
      for (const window of toWindows(days)) {
        const { since, until } = boundsOf(window);
        // `until` is the midnight that closes the last day: the bucket of that day ends exactly there.
        const request = graphRequest(endpoints, token, `${accountId}/insights`, {
          metric: 'reach',
          period: 'day',
          metric_type: 'time_series',
          since: String(since),
          until: String(until),
        });
        const reply = await call(http, request, SeriesReply);
        if (!reply.ok) return reply;
        for (const { value, end_time } of valuesOf('reach', reply.value)) {
          const day = metaDayClosedAt(end_time);
          const inside = daysBetween(window.from, day) >= 0 && daysBetween(day, window.to) >= 0;
          if (inside && value != null) reach.set(day, value);
        }
      }
      return { ok: true, value: reach };
    },
  };
}

function valuesOf(metric: string, { data }: SeriesAnswer): SeriesAnswer['data'][number]['values'] {
  return data.filter(({ name }) => name === metric).flatMap(({ values }) => values);
}

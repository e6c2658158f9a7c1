import type { FastifyInstance, FastifyRequest } from 'fastify';
import { datasets, type Question } from './datasets.ts';
import { graphPaths } from './graph-path.ts';
import { mannerOf } from './manners.ts';
import { type Metric, metrics } from './metrics.ts';
import { followersNow, ownSession } from './profile.ts';
import { badParameter, GraphError } from './refusals.ts';
import { INSIGHTS } from './scopes.ts';
import { tokenOf } from './tokens.ts';
import { readWindow, type Window } from './window.ts';
import { sendJson, texts } from './wire.ts';
import type { World } from './world.ts';

type Query = ReturnType<typeof texts>;

/** `GET /{version}/{professional id}/insights` (meta-contract, section 5.1). */
export function insightsRoutes(http: FastifyInstance, world: World): void {
  for (const path of graphPaths('/insights')) {
    http.get(path, { config: { route: 'insights' } }, async (request, reply) => {
      const { account } = ownSession(world, request, INSIGHTS);
      const query = texts(request.query);
      const asked = readMetrics(query);
      checkPeriod(asked, query);
      checkTypes(asked, query);
      const question: Question = {
        account,
        manner: mannerOf(world, account.username),
        nowMs: world.clock.now(),
        followers: followersNow(world, account),
        window: readWindow(query.since, query.until, world.clock.now()),
        breakdown: readBreakdown(asked, query),
        timeframe: query.timeframe,
        metricType: query.metric_type,
        language: world.variants.language,
      };
      const data = asked.flatMap((metric) => datasets(metric, question));
      return sendJson(reply, 200, { data, paging: paging(world, request, question.window) });
    });
  }
}

function readMetrics(query: Query): Metric[] {
  if (query.metric === undefined || query.metric === '') {
    throw badParameter('(#100) The parameter metric is required');
  }
  const names = metrics.map((metric) => metric.name).join(', ');
  return query.metric.split(',').map((name, index) => {
    const found = metrics.find((metric) => metric.name === name.trim());
    if (found === undefined) {
      throw badParameter(`(#100) metric[${index}] must be one of the following values: ${names}`);
    }
    return found;
  });
}

function checkPeriod(asked: readonly Metric[], { period }: Query): void {
  if (period === undefined) throw badParameter('(#100) The parameter period is required');
  if (!['day', 'week', 'days_28', 'month', 'lifetime', 'total_over_range'].includes(period)) {
    throw badParameter(
      '(#100) period must be one of the following values: day, week, days_28, month, lifetime, total_over_range',
    );
  }
  const wrong = asked.filter((metric) => metric.period !== period).map((metric) => metric.name);
  if (wrong.length > 0) {
    throw badParameter(
      `(#100) The following metrics (${wrong.join(', ')}) are incompatible with period=${period}`,
    );
  }
}

function checkTypes(asked: readonly Metric[], { metric_type: type }: Query): void {
  if (type !== undefined && type !== 'total_value' && type !== 'time_series') {
    throw badParameter('(#100) metric_type must be one of the following values: time_series, total_value');
  }
  for (const wanted of ['total_value', 'time_series'] as const) {
    const chosen = type ?? 'time_series';
    const wrong = asked.filter((metric) => chosen !== wanted && !metric.types.includes(chosen));
    if (wrong.length > 0) {
      const names = wrong.map((metric) => metric.name).join(', ');
      throw badParameter(
        `(#100) The following metrics (${names}) should be specified with parameter metric_type=${wanted}`,
      );
    }
  }
}

/** The breakdown, when every metric of the call has it: else Meta fails the whole call without saying why. */
function readBreakdown(asked: readonly Metric[], { breakdown }: Query): string | undefined {
  if (breakdown !== undefined && asked.some((metric) => !metric.breakdowns.includes(breakdown))) {
    const message = 'An unknown error has occurred.';
    throw new GraphError({ status: 500, code: 1, type: 'OAuthException', message });
  }
  return breakdown;
}

/** The windows before and after this one, as whole addresses, with the living token in them as Meta does. */
function paging(world: World, request: FastifyRequest, { sinceMs, untilMs }: Window): unknown {
  const at = (shiftMs: number): string => {
    const url = new URL(request.url, world.publicUrl);
    url.searchParams.set('access_token', tokenOf(request) ?? '');
    url.searchParams.set('since', String((sinceMs + shiftMs) / 1000));
    url.searchParams.set('until', String((untilMs + shiftMs) / 1000));
    return url.href;
  };
  return { previous: at(sinceMs - untilMs), next: at(untilMs - sinceMs) };
}

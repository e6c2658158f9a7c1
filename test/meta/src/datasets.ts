import { type Breakdowns, breakdownOf } from './breakdowns.ts';
import { metaTime } from './days.ts';
import { demographics } from './demographics.ts';
import type { Manner } from './manners.ts';
import { dayMetricOf, type Metric } from './metrics.ts';
import type { Account } from './seed.ts';
import { totalOf, valuesIn, type Window } from './window.ts';

/** A checked insights call. */
export interface Question {
  account: Account;
  manner: Readonly<Manner>;
  nowMs: number;
  followers: number;
  window: Window;
  breakdown: string | undefined;
  timeframe: string | undefined;
  metricType: string | undefined;
  language: 'en' | 'pt';
}

const SMALLEST_AUDIENCE = 100;

/** What `data` holds for one metric: one dataset, or none where Meta has no data. Throws on a demographic question that is not complete. */
export function datasets(metric: Metric, question: Question): unknown[] {
  const content = contentOf(metric, question);
  if (content === null) return [];
  const title = metric.title[question.language];
  return [
    {
      name: metric.name,
      period: metric.period,
      ...content,
      title,
      description: `${title}.`,
      id: `${question.account.professionalId}/insights/${metric.name}/${metric.period}`,
    },
  ];
}

function contentOf(metric: Metric, question: Question): object | null {
  if (question.manner.analytics === 'none') return null;
  if (metric.period === 'lifetime') return wrapped(demographics(question, SMALLEST_AUDIENCE));
  if (metric.needsAudience && question.followers < SMALLEST_AUDIENCE) return null;
  if (metric.name === 'follows_and_unfollows') return wrapped(follows(question));
  const type = question.metricType ?? metric.types[0];
  return type === 'time_series' ? series(metric, question) : wrapped(total(metric, question));
}

function wrapped(value: object | null): object | null {
  return value === null ? null : { total_value: value };
}

/** One value for each day that lies at least half in the window and has data. */
function series(metric: Metric, question: Question): object | null {
  const source = dayMetricOf(metric.name);
  if (source === null) return null;
  const values = valuesIn(question, source).flatMap(({ day, share, value }) =>
    value === null || share < 0.5 ? [] : [{ value, end_time: metaTime(day.endMs) }],
  );
  return values.length === 0 ? null : { values };
}

function total(metric: Metric, question: Question): object | null {
  const source = dayMetricOf(metric.name);
  if (source === null) return null;
  const value = totalIn(question, source, metric.unique);
  if (value === null) return null;
  if (question.breakdown === undefined) return { value };
  return { value, breakdowns: breakdownOf(question.breakdown, value) };
}

/** Follows and unfollows, told apart only by the breakdown: without it there is no number. */
function follows(question: Question): { breakdowns?: Breakdowns } | null {
  const [gained, lost] = [totalIn(question, 'follows', false), totalIn(question, 'unfollows', false)];
  if (gained === null || lost === null) return null;
  if (question.breakdown === undefined) return {};
  const results = [
    { dimension_values: ['FOLLOWER'], value: gained },
    { dimension_values: ['NON_FOLLOWER'], value: lost },
  ];
  return { breakdowns: [{ dimension_keys: ['follow_type'], results }] };
}

function totalIn(question: Question, source: Parameters<typeof valuesIn>[1], unique: boolean): number | null {
  return totalOf(valuesIn(question, source), unique);
}

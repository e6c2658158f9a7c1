import type { DayMetric } from './analytics.ts';

/** What Meta knows about an account metric (meta-contract, section 5.1). */
export interface Metric {
  name: string;
  period: 'day' | 'lifetime';
  /** The forms it comes in; the first is the one when `metric_type` is left out. */
  types: readonly ('total_value' | 'time_series')[];
  breakdowns: readonly string[];
  /** Accounts, each counted once in a window: never the sum of days. */
  unique: boolean;
  /** Absent for accounts with fewer than 100 followers. */
  needsAudience: boolean;
  title: { en: string; pt: string };
}

type Extra = Partial<Pick<Metric, 'types' | 'breakdowns' | 'unique' | 'needsAudience' | 'period'>>;

const metric = (name: string, en: string, pt: string, extra: Extra = {}): Metric => ({
  name,
  period: 'day',
  types: ['total_value'],
  breakdowns: [],
  unique: false,
  needsAudience: false,
  title: { en, pt },
  ...extra,
});

const byProduct = { breakdowns: ['media_product_type'] };
const people = {
  period: 'lifetime',
  breakdowns: ['age', 'city', 'country', 'gender'],
  needsAudience: true,
} as const;

/** The account metrics, in the order in which an error lists them. */
export const metrics: readonly Metric[] = [
  metric('reach', 'Accounts reached', 'Contas alcançadas', {
    types: ['time_series', 'total_value'],
    breakdowns: ['media_product_type', 'follow_type'],
    unique: true,
  }),
  metric('follower_count', 'New followers', 'Novos seguidores', {
    types: ['time_series'],
    needsAudience: true,
  }),
  metric('views', 'Views', 'Visualizações', {
    breakdowns: ['follower_type', 'follow_type', 'media_product_type'],
  }),
  metric('accounts_engaged', 'Accounts engaged', 'Contas com engajamento', { unique: true }),
  metric('total_interactions', 'Content interactions', 'Interações com o conteúdo', byProduct),
  metric('likes', 'Likes', 'Curtidas', byProduct),
  metric('comments', 'Comments', 'Comentários', byProduct),
  metric('saves', 'Saves', 'Salvamentos', byProduct),
  metric('shares', 'Shares', 'Compartilhamentos', byProduct),
  metric('replies', 'Replies', 'Respostas'),
  metric('reposts', 'Reposts', 'Republicações'),
  metric('follows_and_unfollows', 'Follows and unfollows', 'Seguidores ganhos e perdidos', {
    breakdowns: ['follow_type'],
    needsAudience: true,
  }),
  metric('profile_links_taps', 'Profile link taps', 'Toques em links do perfil', {
    breakdowns: ['contact_button_type'],
  }),
  metric('follower_demographics', 'Follower demographics', 'Dados demográficos dos seguidores', people),
  metric(
    'engaged_audience_demographics',
    'Engaged audience demographics',
    'Dados demográficos do público',
    people,
  ),
];

/** The day numbers that a metric is made of; null for demographics, which are not made of days. */
export function dayMetricOf(name: string): DayMetric | null {
  if (name === 'follower_count') return 'follows';
  const parts: readonly string[] = [
    'follows_and_unfollows',
    'follower_demographics',
    'engaged_audience_demographics',
  ];
  return parts.includes(name) ? null : (name as DayMetric);
}

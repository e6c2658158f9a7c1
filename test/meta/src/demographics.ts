import { chance } from './analytics.ts';
import type { Breakdowns } from './breakdowns.ts';
import type { Question } from './datasets.ts';
import { badParameter } from './refusals.ts';

const groups: Record<string, readonly string[]> = {
  age: ['25-34', '35-44', '18-24', '45-54', '55-64', '65+', '13-17'],
  gender: ['F', 'M', 'U'],
  country: ['PT', 'DE', 'DK', 'ES', 'BR', 'FR', 'GB', 'US'],
  city: [
    'Lisbon, Lisboa District',
    'Hamburg, Hamburg',
    'Flensburg, Schleswig-Holstein',
    'Porto, Porto District',
  ],
};

/**
 * Who the followers are, by one breakdown: no `value`, the timeframe first among the dimensions. Null for audiences
 * smaller than Meta shows. Throws code 100 without a breakdown or with a timeframe that was withdrawn.
 */
export function demographics(question: Question, smallest: number): { breakdowns: Breakdowns } | null {
  const { account, breakdown, followers, timeframe } = question;
  if (timeframe !== 'this_week' && timeframe !== 'this_month') {
    throw badParameter('(#100) timeframe must be one of the following values: this_month, this_week');
  }
  if (breakdown === undefined) throw badParameter('(#100) The parameter breakdown is required');
  if (followers < smallest) return null;
  let left = followers;
  const results = (groups[breakdown] ?? []).map((name) => {
    const value = Math.floor(left * (0.3 + 0.3 * chance(account.username, breakdown, name)));
    left -= value;
    return { dimension_values: [timeframe.toUpperCase(), name], value };
  });
  return { breakdowns: [{ dimension_keys: ['timeframe', breakdown], results }] };
}

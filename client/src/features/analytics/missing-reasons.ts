import type { AnalyticsMissingReason } from '../../gql/graphql';
import { type Metric, metrics } from './metrics';

export type MissingReason = `${AnalyticsMissingReason}`;

const words: Readonly<Record<MissingReason, string>> = {
  PERMISSION_MISSING: 'the permission to read analytics was not granted',
  TOO_FEW_FOLLOWERS: 'Instagram gives this number from 100 followers',
  NOT_YET_AVAILABLE: 'Instagram has not reported it yet',
  UNSUPPORTED: 'Instagram does not offer this number for this account',
  META_ERROR: 'Instagram answered with an error',
  BEFORE_CONNECTION: 'the day is before this account was connected',
};

/** Why a number is not known, as the end of a sentence ("not known: ..."). */
export function missingWords(reason: MissingReason | null): string {
  return reason === null ? 'Instagram gave no number' : words[reason];
}

/** The same for one day: a day still filling for which no reason is told has simply not been reported yet. */
export function dayMissingWords(
  { stillFilling }: { readonly stillFilling: boolean },
  { missingReason }: { readonly missingReason: MissingReason | null },
): string {
  return missingWords(missingReason ?? (stillFilling ? 'NOT_YET_AVAILABLE' : null));
}

/** Sentences on what is missing, one per reason, naming the metrics; none for what is complete. */
export function missingSentences(
  series: readonly {
    readonly metric: Metric;
    readonly missingReason: MissingReason | null;
  }[],
): string[] {
  const byReason = new Map<MissingReason, string[]>();
  for (const { metric, missingReason } of series) {
    if (missingReason === null) continue;
    byReason.set(missingReason, [...(byReason.get(missingReason) ?? []), metrics[metric].label]);
  }
  return [...byReason].map(([reason, labels]) => `${labels.join(', ')}: ${inGeneral[reason]}`);
}

const inGeneral: Readonly<Record<MissingReason, string>> = {
  PERMISSION_MISSING: 'not known, the permission to read analytics was not granted.',
  TOO_FEW_FOLLOWERS: 'not known, Instagram gives this from 100 followers.',
  NOT_YET_AVAILABLE: 'some days are not known, Instagram has not reported them yet.',
  UNSUPPORTED: 'not known, Instagram does not offer this for this account.',
  META_ERROR: 'some days are not known, Instagram answered with an error.',
  BEFORE_CONNECTION: 'not known before the account was connected.',
};

import { gapsOf } from './gaps';
import { metrics } from './metrics';
import type { MissingReason } from './missing-reasons';
import type { RangeSeries } from './range-series';

const sentences: Readonly<Record<MissingReason, string>> = {
  PERMISSION_MISSING: 'not known, the permission to read analytics was not granted.',
  TOO_FEW_FOLLOWERS: 'not known, Instagram gives this from 100 followers.',
  NOT_YET_AVAILABLE: 'some days are not known, Instagram has not reported them yet.',
  UNSUPPORTED: 'not known, Instagram does not offer this for this account.',
  META_ERROR: 'some days are not known, Instagram answered with an error.',
  BEFORE_CONNECTION: 'not known before the first day we collected.',
};

/** Sentences on what is missing among the complete days, one per reason, naming the metrics. */
export function describeMissing(series: readonly RangeSeries[]): string[] {
  const byReason = new Map<MissingReason, string[]>();
  for (const each of series) {
    const { reason } = gapsOf(each);
    if (reason === null) continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), metrics[each.metric].label]);
  }
  return [...byReason].map(([reason, labels]) => {
    const all = labels.length === series.length && labels.length > 1;
    return `${all ? 'All numbers' : labels.join(', ')}: ${sentences[reason]}`;
  });
}

import type { Clock } from '../../../lib/clock';
import { formatNear } from '../../../lib/format-time';
import { IconCircleHalf } from '../../../ui/icons';
import type { CardConnection } from '../connection.queries';
import { accessSentence, limitSentence } from './connected';
import type { CardState } from './types';

/** A permission is missing: which feature is off, since when, and how to grant it. */
export function limited(connection: CardConnection, clock: Clock): CardState {
  const { missingPermissions, statusReason, statusSince } = connection;
  const noAnalytics = missingPermissions.includes('MANAGE_INSIGHTS');
  const noPublishing = missingPermissions.includes('CONTENT_PUBLISH');
  const near = statusSince === null ? null : formatNear(new Date(statusSince), clock.timeZone, clock.now);
  const sentences: string[] = [];
  if (noAnalytics && statusReason === 'ANALYTICS_WITHDRAWN') {
    const seen = near === null ? '' : ` (seen ${near})`;
    sentences.push(`Analytics is off: Instagram says the permission to read it was taken back${seen}.`);
  } else if (noAnalytics) {
    const asked = near === null ? '' : ` (asked ${near})`;
    sentences.push(`Analytics is off: Instagram says the permission to read it was not granted${asked}.`);
  }
  if (noPublishing) {
    sentences.push(
      'Publishing is off: Instagram says the permission to publish was not granted. This version does not publish yet.',
    );
  }
  const label =
    noAnalytics && noPublishing
      ? 'Grant permissions'
      : noAnalytics
        ? 'Grant analytics access'
        : 'Grant publishing';
  return {
    pill: 'Limited',
    tone: 'warning',
    icon: IconCircleHalf,
    sentences: [...sentences, accessSentence(connection, clock), ...limitSentence(connection, clock)],
    advice: [],
    needs: [],
    action: { does: 'leave', label, needed: true },
  };
}

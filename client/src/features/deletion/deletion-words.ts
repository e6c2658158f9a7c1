import type { Icon } from '@tabler/icons-react';
import type { DeletionCardFragment } from '../../gql/graphql';
import type { Clock } from '../../lib/clock';
import { formatMoment } from '../../lib/format-time';
import { IconAlertTriangle, IconLinkOff, IconListCheck } from '../../ui/icons';
import type { Tone } from '../../ui/tone';
import { removedSomething } from './deletion-steps';

interface DeletionWords {
  /** The heading, where the handle is not known (any more). */
  title: string;
  pill: string;
  tone: Tone;
  icon: Icon;
  sentence: string;
}

function completedSentence(deletion: DeletionCardFragment, { timeZone, now }: Clock): string {
  const at = formatMoment(new Date(deletion.completedAt ?? deletion.requestedAt), timeZone, now);
  if (deletion.source === 'TRANSFER')
    return `A connection and its Instagram data were removed on ${at}, because the Instagram account moves to another SocioGenie account. None of the data went there.`;
  const asker = deletion.source === 'META_CALLBACK' ? ', as asked for at Instagram' : '';
  return removedSomething(deletion)
    ? `A connection and its Instagram data were removed on ${at}${asker}.`
    : `A deletion request${asker === '' ? '' : ' from Instagram'} was completed on ${at}; there was nothing to remove.`;
}

/** What the card of a deletion request says above its steps. */
export function deletionWords(deletion: DeletionCardFragment, clock: Clock): DeletionWords {
  const { state, source } = deletion;
  const pill = deletionPill(deletion);
  if (state === 'COMPLETED') {
    return {
      title: removedSomething(deletion) ? 'Removed connection' : 'Deletion request',
      pill,
      tone: 'neutral',
      icon: IconLinkOff,
      sentence: completedSentence(deletion, clock),
    };
  }
  if (state === 'NEEDS_ATTENTION') {
    return {
      title: 'Instagram connection',
      pill,
      tone: 'warning',
      icon: IconAlertTriangle,
      sentence: 'Not finished yet: a part could not be removed. We keep trying; the code keeps working.',
    };
  }
  return {
    title: 'Instagram connection',
    pill,
    tone: 'neutral',
    icon: IconListCheck,
    sentence:
      source === 'META_CALLBACK'
        ? 'At Instagram you asked for the deletion of this data. You can leave this page.'
        : 'You can leave this page.',
  };
}

/** The state of a deletion request in a word or two. */
export function deletionPill({ state, source }: Pick<DeletionCardFragment, 'state' | 'source'>): string {
  if (state === 'COMPLETED') return 'Disconnected';
  if (state === 'NEEDS_ATTENTION') return 'Not finished yet';
  return source === 'DISCONNECT' || source === 'TRANSFER' ? 'Disconnecting' : 'Deleting';
}

import type { Clock } from '../../lib/clock';
import { formatMoment } from '../../lib/format-time';
import type { ShownExport } from './settings.queries';

type State = NonNullable<ShownExport>['state'];

/** What the screen says of an export that is over: what became of it, and what to do. */
export function endingSentence({ state, endedAt }: NonNullable<ShownExport>, clock: Clock): string {
  const on = endedAt === null ? '' : ` on ${formatMoment(new Date(endedAt), clock.timeZone, clock.now)}`;
  switch (state) {
    case 'DOWNLOADED':
      return `Downloaded${on}. The file was destroyed here then. If your browser did not store it, make another.`;
    case 'EXPIRED':
      return `Nobody downloaded the export in time, so its file was destroyed${on}. You can make another.`;
    case 'DISCARDED':
      return `You discarded the export${on}. Nothing of it is left.`;
    case 'FAILED':
      return `The export could not be made${on === '' ? '' : `; we gave up${on}`}. Nothing of it is left. Try again, and write to us if it fails once more.`;
    case 'DATA_DELETED':
      return `Instagram data was deleted${on}, so the file that held it, or was about to, was destroyed. You can make another of what is left.`;
    default:
      return '';
  }
}

/** What is said aloud when an export changes its state. */
export const SPOKEN: Readonly<Record<State, string>> = {
  PREPARING: 'Your data is being prepared.',
  READY: 'Your export is ready to be downloaded.',
  DOWNLOADED: 'Your export was downloaded.',
  EXPIRED: 'Your export has expired.',
  DISCARDED: 'Your export was discarded.',
  FAILED: 'Your export could not be made.',
  DATA_DELETED: 'Your export was destroyed, because data in it was deleted.',
};

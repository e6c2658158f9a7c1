import type { ReactElement } from 'react';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The moment in UTC cut to the minute, as a machine reads it: public pages and documents tell no seconds. */
export function toTheMinute(moment: Date): string {
  return `${moment.toISOString().slice(0, 16)}Z`;
}

/** "23 Nov 2026", in UTC. */
export function dayInWords(moment: Date): string {
  return `${moment.getUTCDate()} ${MONTHS[moment.getUTCMonth()]} ${moment.getUTCFullYear()}`;
}

/** "23 Nov 2026, 14:02 UTC"; a script may add the reader's own clock. */
export function Moment({ at }: { at: Date }): ReactElement {
  const minute = toTheMinute(at);
  return (
    <time dateTime={minute}>
      {dayInWords(at)}, {minute.slice(11, 16)} UTC
    </time>
  );
}

/** "23 Nov 2026". */
export function Day({ at }: { at: Date }): ReactElement {
  return <time dateTime={at.toISOString().slice(0, 10)}>{dayInWords(at)}</time>;
}

import type { Clock } from '../../server/src/platform/clock';

/**
 * A clock that stands still until a spec moves it; the sandbox follows the same one. `Date` in the spec's process
 * follows it too, because the queue's library asks that what is due. Timers are real.
 */
export class ChosenClock implements Clock {
  constructor(private at: Date) {
    jest.useFakeTimers({ now: at, doNotFake: REAL });
  }

  now(): Date {
    return new Date(this.at);
  }

  set(at: Date): void {
    this.at = new Date(at.getTime());
    jest.setSystemTime(this.at);
  }

  advance({ seconds = 0, minutes = 0, hours = 0, days = 0 }): void {
    const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
    this.set(new Date(this.at.getTime() + total * 1000));
  }
}

/** Everything but `Date`. */
const REAL: FakeableAPI[] = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
];

type FakeableAPI = NonNullable<
  Extract<Parameters<typeof jest.useFakeTimers>[0], { doNotFake?: unknown }>['doNotFake']
>[number];

import type { Clock } from '../../server/src/platform/clock';

/** A clock that stands still until a spec moves it; the sandbox follows the same one. */
export class ChosenClock implements Clock {
  constructor(private at: Date) {}

  now(): Date {
    return new Date(this.at);
  }

  set(at: Date): void {
    this.at = new Date(at);
  }

  advance({ seconds = 0, minutes = 0, hours = 0, days = 0 }): void {
    const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
    this.at = new Date(this.at.getTime() + total * 1000);
  }
}

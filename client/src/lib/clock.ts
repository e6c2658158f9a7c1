/** At which moment, and on the clock of which zone, a sentence with times is written. */
export interface Clock {
  timeZone: string;
  now: Date;
}

/** Where the time comes from. SQL never asks the database for it, so a spec can move days. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

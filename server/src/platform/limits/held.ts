import type { Holding, RetentionLine } from '../database/held';

export const RAN_OUT: RetentionLine = {
  name: 'limit',
  until: 'the limit’s time is over and old counts are cleared, once a day',
  limits: [{ table: 'rate_limit', column: 'expire', days: 0, forgets: 'row' }],
};

export const ATTEMPTS: Holding = {
  name: 'limit',
  group: 'account',
  what: 'Network address, email you typed and account, each only as a keyed digest with a count of attempts',
  why: 'to slow down guessing of passwords and codes',
  kept: RAN_OUT,
  counted: null,
};

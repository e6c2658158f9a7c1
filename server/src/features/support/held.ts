import type { Holding } from '../../platform/database/held';

const DAYS = 365;

/** That somebody of support looked: kept for a year, and gone with the account before that. */
export const SUPPORT_VISITS: Holding = {
  name: 'support-visit',
  group: 'account',
  what: 'When support looked at your account: who, and why (encrypted)',
  why: 'so that nobody looks without a trace',
  kept: {
    name: 'support-visit',
    until: `${DAYS} days after the visit, or your account is deleted`,
    limits: [{ table: 'support_access', column: 'looked_at', days: DAYS, forgets: 'row' }],
  },
  counted: { table: 'support_access', column: 'id' },
};

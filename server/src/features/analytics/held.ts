import type { Holding } from '../../platform/database/held';
import { UNTIL_DISCONNECTED } from '../deletion';

export const ANALYTICS: Holding = {
  name: 'analytics',
  group: 'instagram',
  what: 'Analytics: numbers about your account for each day, and how far collecting them is',
  why: 'your charts and tables',
  kept: UNTIL_DISCONNECTED,
  counted: { table: 'analytics_day', column: 'day' },
};

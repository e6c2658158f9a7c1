import { Counter, type Registry } from 'prom-client';

/** Counts Instagram's events by what became of them. */
export function eventCounts(registry: Registry): Counter<'outcome'> {
  return new Counter({
    name: 'sociogenie_instagram_events_total',
    help: 'Events that Instagram sent, by outcome: stored, repeated, dropped, ignored',
    labelNames: ['outcome'],
    registers: [registry],
  });
}

import { Counter, type Registry } from 'prom-client';

/** Counts what a person has to look at. */
export function operatorAlerts(registry: Registry): Counter<'event'> {
  return new Counter({
    name: 'sociogenie_operator_alerts_total',
    help: 'Events that need the operator',
    labelNames: ['event'],
    registers: [registry],
  });
}

import { Counter, type Registry } from 'prom-client';
import type { MailState } from '../features/notice';

/** Counts what a person has to look at. */
export function operatorAlerts(registry: Registry): Counter<'event'> {
  return new Counter({
    name: 'sociogenie_operator_alerts_total',
    help: 'Events that need the operator',
    labelNames: ['event'],
    registers: [registry],
  });
}

/** Counts how mails ended. */
export function mailCounter(registry: Registry): (state: MailState) => void {
  const counter = new Counter({
    name: 'sociogenie_mails_total',
    help: 'Mails that were settled, by how they ended',
    labelNames: ['state'],
    registers: [registry],
  });
  return (state) => counter.inc({ state });
}

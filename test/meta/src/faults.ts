import { randomUUID } from 'node:crypto';
import type { RouteName } from './calls.ts';

/** Something to go wrong. Fields that are left out match everything, or leave the answer as it is. */
export interface Fault {
  route?: RouteName;
  /** A username. */
  account?: string;
  /** Only calls that name this metric. */
  metric?: string;
  /** How many matching calls go through unharmed before it strikes; 0 when left out. */
  after?: number;
  /** How many calls it strikes; 1 when left out, null for all. */
  times?: number | null;
  /** Waits before anything else happens, in real milliseconds. A fault with nothing but a delay still answers. */
  delayMs?: number;
  /** HTTP status of the answer; 400 with a code, else 500. */
  status?: number;
  /** Meta's error code; the code exchange answers it in its own shape. */
  code?: number;
  subcode?: number;
  isTransient?: boolean;
  message?: string;
  /** Answers a page instead of JSON, as Meta's load balancers do; an empty text answers an empty body. */
  html?: string;
  /** Headers beside those of the answer, such as the rate-limit ones; with nothing else the call works as ever. */
  headers?: Record<string, string>;
  /** Closes the connection without an answer, before or after the call took effect. */
  drop?: 'before' | 'after';
}

export interface PlantedFault extends Fault {
  id: string;
  struck: number;
}

/** The faults that are planted. The first that matches a call strikes. */
export class FaultBook {
  readonly list: PlantedFault[] = [];

  /** Plants a fault and returns its id. */
  plant(fault: Fault): string {
    const id = randomUUID();
    this.list.push({ ...fault, id, struck: 0 });
    return id;
  }

  /** The fault that strikes this call, or null. Counts it; a fault that has struck often enough is gone. */
  strike(route: RouteName, account: string | null, metrics: string): PlantedFault | null {
    for (const fault of this.list) {
      if (!matches(fault, route, account, metrics)) continue;
      if ((fault.after ?? 0) > 0) {
        fault.after = (fault.after ?? 0) - 1;
        continue;
      }
      fault.struck += 1;
      const times = fault.times === undefined ? 1 : fault.times;
      if (times !== null && fault.struck >= times) this.remove(fault.id);
      return fault;
    }
    return null;
  }

  /** Removes a fault; false when there is none of that id. */
  remove(id: string): boolean {
    const index = this.list.findIndex((fault) => fault.id === id);
    if (index >= 0) this.list.splice(index, 1);
    return index >= 0;
  }

  clear(): void {
    this.list.length = 0;
  }
}

function matches(fault: Fault, route: RouteName, account: string | null, metrics: string): boolean {
  return (
    (fault.route ?? route) === route &&
    (fault.account ?? account) === account &&
    (fault.metric === undefined || metrics.split(',').includes(fault.metric))
  );
}

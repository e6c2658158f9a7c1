import type { CallLog } from './calls.ts';
import type { Clock } from './clock.ts';
import type { FaultBook } from './faults.ts';
import type { Manner, Service } from './manners.ts';
import type { Store } from './state.ts';
import type { Variants } from './variants.ts';

/** The app as its developer registered it at Meta. Addresses are compared byte for byte. */
export interface App {
  id: string;
  secret: string;
  name: string;
  redirectUris: string[];
  deauthorizeUrl: string | null;
  deletionUrl: string | null;
  /** Where events go; none are sent without it. */
  webhookUrl: string | null;
  /** What the app is asked with when its address is verified. */
  webhookVerifyToken: string | null;
}

/** A callback that was sent, and how the app answered. No signed text is kept. */
export interface SentCallback {
  at: string;
  kind: 'deauthorize' | 'deletion';
  account: string | null;
  url: string;
  status: number | null;
  /** Why there was no answer. */
  failure: string | null;
  body: string;
}

/** A delivery of events or a challenge that was sent, and how the app answered. Nothing of the events is kept. */
export interface SentDelivery {
  at: string;
  kind: 'events' | 'challenge';
  url: string;
  events: number;
  status: number | null;
  /** Why there was no answer. */
  failure: string | null;
  body: string;
}

/** All that the routes share. */
export interface World {
  readonly app: App;
  readonly clock: Clock;
  readonly store: Store;
  readonly variants: Variants;
  readonly faults: FaultBook;
  /** Accounts that behave otherwise than seeded, by username. */
  readonly manners: Map<string, Manner>;
  readonly service: Service;
  readonly calls: CallLog;
  readonly callbacks: SentCallback[];
  readonly deliveries: SentDelivery[];
  /** Every token and code that was handed out, as it was: in memory alone, for specs that look where they end up. */
  readonly handedOut: string[];
  /** The base of every address that the sandbox hands out. */
  publicUrl: string;
}

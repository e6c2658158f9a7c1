import { CallLog } from './calls.ts';
import { type Clock, createClock } from './clock.ts';
import { type Consent, giveConsent } from './consent-by-hand.ts';
import { type Controls, createControls } from './controls.ts';
import { FaultBook } from './faults.ts';
import { plainService } from './manners.ts';
import { buildServer } from './server.ts';
import { openStore } from './state.ts';
import { defaultVariants, type Variants } from './variants.ts';
import type { App, World } from './world.ts';

export {
  type DayMetric,
  dayMetrics,
  type ExpectedDay,
  expectedDay,
  followersAt,
  shownDay,
} from './analytics.ts';
export { type CallbackKind, type CallbackOptions, UNKNOWN_USER_ID } from './callbacks.ts';
export type { Call, RouteName } from './calls.ts';
export type { Clock } from './clock.ts';
export type { Consent } from './consent-by-hand.ts';
export type { AccountChange, AccountState, Controls } from './controls.ts';
export type { Fault, PlantedFault } from './faults.ts';
export type { Manner, Service, UsageHeaders } from './manners.ts';
export { type Account, accounts, requireAccount } from './seed.ts';
export { signRequest } from './signed-request.ts';
export type { DeletionOutcome, Grant, TokenEnd, TokenRecord } from './state.ts';
export { type Variants, variantChoices } from './variants.ts';
export type { DeliveryOptions, SignedDelivery, WebhookEvent } from './webhooks.ts';
export type { App, SentCallback, SentDelivery } from './world.ts';

/** Everything can be left out. */
export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  host?: string;
  /** The base of the addresses it hands out; where it listens when left out. */
  publicUrl?: string;
  /** Where `state.json` is kept; in memory when left out. */
  dataDir?: string;
  app?: Partial<App>;
  /** Milliseconds since 1970; the machine's clock when left out. */
  now?: () => number;
  variants?: Partial<Variants>;
}

/** A sandbox that listens. */
export interface Sandbox extends Controls {
  readonly url: string;
  readonly app: Readonly<Pick<App, 'id' | 'secret'>>;
  readonly clock: Clock;
  /** Walks through the consent pages of an authorization address as a person would, and answers where they are sent. */
  consent(authorizationUrl: string, consent: Consent): Promise<string>;
  close(): Promise<void>;
}

/** The app that specs use; its secret is the one of the test vectors in Meta's contract. */
const defaultApp: App = {
  id: '1790000000000042',
  secret: '0123456789abcdef0123456789abcdef',
  name: 'SocioGenie',
  redirectUris: [],
  deauthorizeUrl: null,
  deletionUrl: null,
  webhookUrl: null,
  webhookVerifyToken: null,
};

/** Starts a sandbox in this process. Throws when the port is taken or the state cannot be read. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const world: World = {
    app: { ...defaultApp, ...options.app },
    clock: createClock(options.now),
    store: openStore(options.dataDir),
    variants: { ...defaultVariants(), ...options.variants },
    faults: new FaultBook(),
    manners: new Map(),
    service: plainService(),
    calls: new CallLog(),
    callbacks: [],
    deliveries: [],
    handedOut: [],
    publicUrl: options.publicUrl ?? '',
  };
  const http = await buildServer(world);
  const url = await http.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
  if (options.publicUrl === undefined) world.publicUrl = url;
  return {
    ...createControls(world),
    url,
    app: { id: world.app.id, secret: world.app.secret },
    clock: world.clock,
    consent: giveConsent,
    close: () => http.close(),
  };
}

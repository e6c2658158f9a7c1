import { type CallbackKind, type CallbackOptions, sendCallback, signCallback } from './callbacks.ts';
import type { Call } from './calls.ts';
import type { Fault, PlantedFault } from './faults.ts';
import { currentGrant } from './grants.ts';
import { changeManner, type Manner, mannerOf, plainService, type Service } from './manners.ts';
import { followersNow } from './profile.ts';
import { accounts, requireAccount } from './seed.ts';
import type { Grant, TokenEnd, TokenRecord } from './state.ts';
import { endTokens } from './tokens.ts';
import { defaultVariants, type Variants } from './variants.ts';
import {
  type DeliveryOptions,
  type SignedDelivery,
  sendDelivery,
  signDelivery,
  verifyAddress,
} from './webhooks.ts';
import type { App, SentCallback, SentDelivery, World } from './world.ts';

/** What can be changed of an account while the sandbox runs. */
export interface AccountChange {
  /** A follower count to show from now on; null for the seeded one. */
  followers?: number | null;
  /** The permissions of the grant, as when the person takes one back. */
  permissions?: string[];
}

/** An account as it stands. Never a token: only what is known about each. */
export interface AccountState {
  username: string;
  type: string;
  appScopedId: string;
  professionalId: string;
  exchangeId: string;
  followers: number;
  manner: Readonly<Manner>;
  grants: Grant[];
  tokens: TokenRecord[];
}

/** Everything that can be steered, for specs in the same process; the HTTP control API is these methods by another door. */
export interface Controls {
  /** Replaces the addresses that the app registered; what is left out stays. */
  register(change: Partial<Omit<App, 'id' | 'secret'>>): void;
  accounts(): AccountState[];
  changeAccount(username: string, change: AccountChange): AccountState;
  /** Changes how an account behaves from now on; what is left out stays. */
  behave(username: string, change: Partial<Manner>): AccountState;
  /** Changes how Instagram behaves to everybody, and answers how that is. */
  serve(change: Partial<Service>): Service;
  /** Ends every token of an account; the next call with one answers 190 with the subcode of that end. */
  endTokens(username: string, how: TokenEnd): void;
  /** Switches variants and answers them all. */
  vary(change: Partial<Variants>): Variants;
  /** Plants a fault and answers its id. */
  plantFault(fault: Fault): string;
  faults(): PlantedFault[];
  removeFault(id: string): boolean;
  clearFaults(): void;
  calls(): Call[];
  clearCalls(): void;
  /** The text that a callback would carry, for a spec that posts it itself. */
  sign(options: CallbackOptions): string;
  sendCallback(kind: CallbackKind, options: CallbackOptions): Promise<SentCallback[]>;
  callbacks(): SentCallback[];
  /** The bytes and the header that a delivery of events would carry, for a spec that posts it itself. */
  signEvents(options: DeliveryOptions): SignedDelivery;
  /** Sends events in one delivery, as often as asked for. */
  sendEvents(options: DeliveryOptions): Promise<SentDelivery[]>;
  /** Asks the app for the challenge, as the dashboard does when its address is registered. */
  verifyWebhook(options?: {
    token?: string;
    challenge?: string;
  }): Promise<SentDelivery & { verified: boolean }>;
  deliveries(): SentDelivery[];
  /** Every token and code handed out so far. Only for specs in the same process: no HTTP route tells it. */
  handedOut(): string[];
  /** Forgets grants, tokens, codes, faults, manners, variants, calls and callbacks; the clock runs again. The app stays registered. */
  reset(): void;
}

/** The controls of a world. */
export function createControls(world: World): Controls {
  return {
    register: (change) => void Object.assign(world.app, change),
    accounts: () => accounts.map(({ username }) => describe(world, username)),
    changeAccount: (username, change) => changeAccount(world, username, change),
    behave: (username, change) => {
      changeManner(world, requireAccount(username).username, change);
      return describe(world, username);
    },
    serve: (change) => ({ ...Object.assign(world.service, change) }),
    endTokens: (username, how) => endTokens(world, requireAccount(username).username, how),
    vary: (change) => ({ ...Object.assign(world.variants, change) }),
    plantFault: (fault) => world.faults.plant(fault),
    faults: () => world.faults.list.map((fault) => ({ ...fault })),
    removeFault: (id) => world.faults.remove(id),
    clearFaults: () => world.faults.clear(),
    calls: () => world.calls.list.map((call) => ({ ...call })),
    clearCalls: () => world.calls.clear(),
    sign: (options) => signCallback(world, options),
    sendCallback: (kind, options) => sendCallback(world, kind, options),
    callbacks: () => world.callbacks.map((sent) => ({ ...sent })),
    signEvents: (options) => signDelivery(world, options),
    sendEvents: (options) => sendDelivery(world, options),
    verifyWebhook: (options) => verifyAddress(world, options),
    deliveries: () => world.deliveries.map((sent) => ({ ...sent })),
    handedOut: () => [...world.handedOut],
    reset: () => {
      world.store.reset();
      world.faults.clear();
      world.manners.clear();
      Object.assign(world.service, plainService());
      world.calls.clear();
      world.callbacks.length = 0;
      world.deliveries.length = 0;
      world.handedOut.length = 0;
      world.clock.reset();
      Object.assign(world.variants, defaultVariants());
    },
  };
}

function changeAccount(world: World, username: string, change: AccountChange): AccountState {
  const account = requireAccount(username);
  const { state } = world.store;
  if (change.followers === null) delete state.followers[account.username];
  else if (change.followers !== undefined) state.followers[account.username] = change.followers;
  if (change.permissions !== undefined) {
    const grant = currentGrant(world, account.username);
    if (grant === undefined) throw new RangeError(`${username} has given the app no access.`);
    grant.scopes = change.permissions;
  }
  world.store.save();
  return describe(world, username);
}

function describe(world: World, username: string): AccountState {
  const account = requireAccount(username);
  const { grants, tokens } = world.store.state;
  const { type, appScopedId, professionalId, exchangeId } = account;
  return {
    username,
    type,
    appScopedId,
    professionalId,
    exchangeId,
    followers: followersNow(world, account),
    manner: mannerOf(world, username),
    grants: (grants[username] ?? []).map((grant) => ({ ...grant })),
    tokens: Object.values(tokens).filter((token) => token.account === username),
  };
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What became of a deletion request that the person sent from "Apps and websites". */
export interface DeletionOutcome {
  requestedAt: number;
  confirmationCode: string;
  url: string;
}

/** The access that an account gave an app. Kept after removal, so that deletion can still be asked for. */
export interface Grant {
  appId: string;
  scopes: string[];
  grantedAt: number;
  removedAt: number | null;
  subscribedFields: string[];
  deletion: DeletionOutcome | null;
}

/** An authorization code, kept under its digest. */
export interface CodeRecord {
  account: string;
  appId: string;
  redirectUri: string;
  scopes: string[];
  issuedAt: number;
  used: boolean;
}

/** How a token died before its time (meta-contract, section 10, the 190 family). */
export type TokenEnd =
  | 'revoked'
  | 'expired'
  | 'password_changed'
  | 'checkpointed'
  | 'unconfirmed'
  | 'invalid';

/** A token, kept under its digest. */
export interface TokenRecord {
  account: string;
  appId: string;
  kind: 'short' | 'long';
  issuedAt: number;
  expiresAt: number;
  ended: TokenEnd | null;
}

/** Everything that the sandbox remembers across restarts. Times in milliseconds since 1970. */
export interface State {
  grants: Record<string, Grant[]>;
  /** Follower counts that replace the seeded ones. */
  followers: Record<string, number>;
  codes: Record<string, CodeRecord>;
  tokens: Record<string, TokenRecord>;
}

export interface Store {
  readonly state: State;
  /** Writes what changed. Returns when it is on disk, so that a killed process loses nothing it answered for. */
  save(): void;
  /** Forgets everything. */
  reset(): void;
}

const empty = (): State => ({ grants: {}, followers: {}, codes: {}, tokens: {} });

/** A store in a folder's `state.json`, made when missing; in memory when no folder is given. Throws when the file cannot be read. */
export function openStore(folder: string | undefined): Store {
  if (folder === undefined) {
    const state = empty();
    return { state, save: () => {}, reset: () => Object.assign(state, empty()) };
  }
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'state.json');
  const state = load(file);
  const save = (): void => {
    const draft = `${file}.new`;
    writeFileSync(draft, JSON.stringify(state), { mode: 0o600 });
    renameSync(draft, file);
  };
  const reset = (): void => {
    Object.assign(state, empty());
    save();
  };
  return { state, save, reset };
}

function load(file: string): State {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return empty();
    throw error;
  }
  try {
    return { ...empty(), ...(JSON.parse(text) as Partial<State>) };
  } catch {
    throw new Error(`The sandbox's state in ${file} is not readable JSON. Remove the file to start afresh.`);
  }
}

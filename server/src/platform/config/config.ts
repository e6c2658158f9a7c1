import type { Secret } from '../secret';

/** What the process decides from its environment. Nothing secret is in here: it may be logged. */
export interface Config {
  readonly production: boolean;
  readonly role: 'all' | 'server' | 'worker';
  readonly host: string;
  readonly port: number;
  /** Origin of every link that we hand out, without a trailing slash. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly keyRingDir: string;
  /** What remembers deletions, outside the database's backups. */
  readonly ledgerPath: string;
  readonly trustedProxies: readonly string[];
  readonly operatorName: string;
  readonly contactEmail: string;
  /** Who mails come from; without `SMTP_URL` they land in the development mailbox. */
  readonly mailFrom: string;
  /** Who hears of what a person has to look at. */
  readonly operatorEmail: string;
  /** Where the Meta sandbox runs when this start runs it; null when the server talks to Meta. */
  readonly sandboxUrl: string | null;
  readonly instagram: InstagramConfig;
  readonly masterKeys: MasterKeysSource;
  readonly limits: Limits;
}

export interface InstagramConfig {
  readonly appId: string;
  readonly authorizeUrl: string;
  readonly apiUrl: string;
  readonly graphUrl: string;
  readonly graphVersion: string;
}

/** Where the key-encryption keys come from; `development` makes a file at its first use. */
export type MasterKeysSource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'environment' }
  | { readonly kind: 'development'; readonly path: string };

/** What must never be printed, kept apart from `Config`. */
export interface Secrets {
  readonly databaseUrl: Secret;
  readonly instagramAppSecret: Secret;
  /** Also accepted on callbacks while a secret is rotated. */
  readonly instagramAppSecretPrevious: Secret | null;
  /** What Meta's dashboard was told to recognise us by; null: no webhooks. */
  readonly metaWebhookVerifyToken: Secret | null;
  /** The JSON of `MASTER_KEYS`, when the keys come from the environment. */
  readonly masterKeys: Secret | null;
  /** The mail server, with its login; null: the development mailbox. */
  readonly smtpUrl: Secret | null;
}

/** A number of attempts in a window of seconds. */
export interface Limit {
  readonly points: number;
  readonly perSeconds: number;
}

export interface Limits {
  readonly signInPerAccountMinute: Limit;
  readonly signInPerAccountHour: Limit;
  readonly signInPerIp: Limit;
  readonly signUpPerIp: Limit;
  readonly connectPerAccount: Limit;
  /** How many connections an account may have at a time. */
  readonly connectionsPerAccount: number;
  /** Requests to move an Instagram account here. */
  readonly transferPerAccount: Limit;
  readonly syncNowPerConnection: Limit;
  readonly checkPerConnection: Limit;
  /** Exports of all data. */
  readonly exportPerAccount: Limit;
  /** Lookups of a confirmation code that find nothing, page and query together. */
  readonly unknownCodePerIp: Limit;
  /** Callbacks that fail their check: past it, only the logging stops. */
  readonly refusedCallbackLogPerIp: Limit;
  /** Mails with a link to confirm the address that an account asks for. */
  readonly confirmationMailPerAccount: Limit;
  /** Mails to an address that an account wants to change to: asked for by one account, and about one address. */
  readonly emailChangePerAccount: Limit;
  readonly emailChangePerAddress: Limit;
  /** Mails with a link to choose a new password: asked for from one network, and for one address. */
  readonly resetMailPerIp: Limit;
  readonly resetMailPerEmail: Limit;
  /** Links of mails that are tried. */
  readonly mailedLinkPerIp: Limit;
}

/** Start values of `limits`; a spec hands others to `buildApp`. */
export const DEFAULT_LIMITS: Limits = {
  signInPerAccountMinute: { points: 5, perSeconds: 60 },
  signInPerAccountHour: { points: 30, perSeconds: 3600 },
  signInPerIp: { points: 20, perSeconds: 60 },
  signUpPerIp: { points: 30, perSeconds: 3600 },
  connectPerAccount: { points: 10, perSeconds: 3600 },
  connectionsPerAccount: 50,
  transferPerAccount: { points: 5, perSeconds: 86_400 },
  syncNowPerConnection: { points: 1, perSeconds: 300 },
  checkPerConnection: { points: 3, perSeconds: 300 },
  exportPerAccount: { points: 3, perSeconds: 86_400 },
  unknownCodePerIp: { points: 30, perSeconds: 60 },
  refusedCallbackLogPerIp: { points: 60, perSeconds: 60 },
  confirmationMailPerAccount: { points: 5, perSeconds: 3600 },
  emailChangePerAccount: { points: 5, perSeconds: 3600 },
  emailChangePerAddress: { points: 3, perSeconds: 3600 },
  resetMailPerIp: { points: 5, perSeconds: 3600 },
  resetMailPerEmail: { points: 3, perSeconds: 3600 },
  mailedLinkPerIp: { points: 20, perSeconds: 60 },
};

import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseSmtpUrl } from '../mail/smtp-server';
import { Secret } from '../secret';
import { type Config, DEFAULT_LIMITS, type MasterKeysSource, type Secrets } from './config';
import { ConfigError, type ConfigProblem } from './problems';

type Environment = Readonly<Record<string, string | undefined>>;

/** The seed page's. */
const DEFAULT_CONTACT = 'founder@magnatex.co';
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** Collects problems while it reads, so that all of them are told together. */
class Reader {
  readonly problems: ConfigProblem[] = [];

  constructor(private readonly env: Environment) {}

  /** The trimmed value; an empty variable counts as unset. */
  optional(variable: string): string | null {
    const value = this.env[variable]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  required(variable: string, whatFor: string): string {
    const value = this.optional(variable);
    if (value === null) this.problem(variable, `is missing: ${whatFor}`);
    return value ?? '';
  }

  port(variable: string, fallback: number): number {
    const value = this.optional(variable);
    if (value === null) return fallback;
    const port = Number(value);
    if (/^\d{1,5}$/.test(value) && port >= 1 && port <= 65535) return port;
    this.problem(variable, 'is not a port number between 1 and 65535');
    return fallback;
  }

  oneOf<T extends string>(variable: string, allowed: readonly T[], fallback: T): T {
    const value = this.optional(variable) ?? fallback;
    const known = allowed.find((candidate) => candidate === value);
    if (known === undefined) this.problem(variable, `must be one of ${allowed.join(', ')}`);
    return known ?? fallback;
  }

  url(variable: string, fallback: string, protocols: readonly string[]): string {
    const value = this.optional(variable) ?? fallback;
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url === null || !protocols.includes(url.protocol)) {
      this.problem(
        variable,
        `is not an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
      );
    } else if (url.username !== '' || url.search !== '' || url.hash !== '') {
      this.problem(variable, 'must not carry a login, a query or a fragment');
    }
    return value.replace(/\/+$/, '');
  }

  problem(variable: string, problem: string): void {
    this.problems.push({ variable, problem });
  }
}

/**
 * Turns the environment into configuration and secrets. Pure: nothing is read but `env` and `root`, the folder that
 * `DATA_DIR` stands in by default.
 *
 * @throws ConfigError with every missing or contradictory variable at once.
 */
export function readConfig(env: Environment, root: string): { config: Config; secrets: Secrets } {
  const read = new Reader(env);
  const production = read.optional('NODE_ENV') === 'production';
  const port = read.port('PORT', 4000);
  const dataDir = resolve(root, read.optional('DATA_DIR') ?? '.data');
  const webProtocols = production ? ['https:'] : ['https:', 'http:'];
  const publicUrl = readPublicUrl(read, port, webProtocols);
  const sandboxUrl = read.optional('SANDBOX_URL');
  if (production && sandboxUrl !== null)
    read.problem('SANDBOX_URL', 'the sandbox does not run in production');

  const config: Config = {
    production,
    role: read.oneOf('ROLE', ['all', 'server', 'worker'], 'all'),
    host: read.optional('HOST') ?? '127.0.0.1',
    port,
    publicUrl,
    dataDir,
    keyRingDir: resolve(root, read.optional('KEYRING_DIR') ?? resolve(dataDir, 'keys', 'epochs')),
    ledgerPath: resolve(root, read.optional('LEDGER_PATH') ?? resolve(dataDir, 'ledger')),
    trustedProxies: readProxies(read),
    operatorName: read.optional('OPERATOR_NAME') ?? 'MAGNATEX LLP',
    contactEmail: readContactEmail(read),
    mailFrom: readMailFrom(read),
    operatorEmail: readOperatorEmail(read),
    sandboxUrl,
    instagram: {
      appId: readAppId(read),
      authorizeUrl: read.url(
        'INSTAGRAM_AUTHORIZE_URL',
        'https://www.instagram.com/oauth/authorize',
        webProtocols,
      ),
      apiUrl: read.url('INSTAGRAM_API_URL', 'https://api.instagram.com', webProtocols),
      graphUrl: read.url('INSTAGRAM_GRAPH_URL', 'https://graph.instagram.com', webProtocols),
      graphVersion: readGraphVersion(read),
    },
    masterKeys: readMasterKeysSource(read, production, root, dataDir),
    limits: DEFAULT_LIMITS,
  };
  const secrets: Secrets = {
    databaseUrl: new Secret(readDatabaseUrl(read)),
    instagramAppSecret: new Secret(
      read.required('INSTAGRAM_APP_SECRET', "the Instagram app's secret; it signs what Meta sends us"),
    ),
    instagramAppSecretPrevious: optionalSecret(read, 'INSTAGRAM_APP_SECRET_PREVIOUS'),
    metaWebhookVerifyToken: readVerifyToken(read),
    masterKeys: optionalSecret(read, 'MASTER_KEYS'),
    smtpUrl: readSmtpUrl(read, production),
  };
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return { config, secrets };
}

function readPublicUrl(read: Reader, port: number, protocols: readonly string[]): string {
  const publicUrl = read.url('PUBLIC_URL', `http://localhost:${port}`, protocols);
  if (!URL.canParse(publicUrl)) return publicUrl;
  const { origin, pathname } = new URL(publicUrl);
  if (pathname !== '/') read.problem('PUBLIC_URL', 'must be an origin without a path');
  // As browsers write it in `Origin`: lower case, without the protocol's own port.
  return origin;
}

function readContactEmail(read: Reader): string {
  const email = read.optional('CONTACT_EMAIL') ?? DEFAULT_CONTACT;
  if (!EMAIL.test(email)) read.problem('CONTACT_EMAIL', 'is not an e-mail address');
  return email;
}

/** Mails come from the contact address unless another is given; with a server of its own it has to be said. */
function readMailFrom(read: Reader): string {
  const from = read.optional('MAIL_FROM');
  if (from === null) {
    if (read.optional('SMTP_URL') !== null)
      read.problem('MAIL_FROM', 'is missing: who mails come from, such as "SocioGenie <mail@example.com>"');
    return `SocioGenie <${read.optional('CONTACT_EMAIL') ?? DEFAULT_CONTACT}>`;
  }
  const address = /^[^<>\r\n]*<([^<>\r\n]+)>$/.exec(from)?.[1] ?? from;
  if (!EMAIL.test(address) || /[\r\n]/.test(from)) read.problem('MAIL_FROM', 'is not an e-mail address');
  return from;
}

function readOperatorEmail(read: Reader): string {
  const email = read.optional('OPERATOR_EMAIL');
  if (email !== null && !EMAIL.test(email)) read.problem('OPERATOR_EMAIL', 'is not an e-mail address');
  return email ?? read.optional('CONTACT_EMAIL') ?? DEFAULT_CONTACT;
}

function readSmtpUrl(read: Reader, production: boolean): Secret | null {
  const url = read.optional('SMTP_URL');
  if (url === null) {
    if (production) read.problem('SMTP_URL', 'is missing: the mail server, smtp:// or smtps://');
    return null;
  }
  if (parseSmtpUrl(url) === null)
    read.problem('SMTP_URL', 'is not an address that starts with smtp:// or smtps://');
  return new Secret(url);
}

function readAppId(read: Reader): string {
  const appId = read.required('INSTAGRAM_APP_ID', "the Instagram app's id (not the Meta app's)");
  if (appId !== '' && !/^\d{1,20}$/.test(appId))
    read.problem('INSTAGRAM_APP_ID', 'is not a number of digits');
  return appId;
}

function readGraphVersion(read: Reader): string {
  const version = read.optional('INSTAGRAM_GRAPH_VERSION') ?? 'v26.0';
  if (!/^v\d{1,3}\.\d{1,2}$/.test(version)) read.problem('INSTAGRAM_GRAPH_VERSION', 'must look like v26.0');
  return version;
}

function readDatabaseUrl(read: Reader): string {
  const value = read.required(
    'DATABASE_URL',
    'the PostgreSQL database, postgres://…; `start` brings its own',
  );
  if (value !== '' && !/^postgres(ql)?:\/\//.test(value)) {
    read.problem('DATABASE_URL', 'is not an address that starts with postgres://');
  }
  return value;
}

function readProxies(read: Reader): string[] {
  const list = (read.optional('TRUSTED_PROXIES') ?? '').split(',').map((entry) => entry.trim());
  const proxies = list.filter((entry) => entry !== '');
  for (const proxy of proxies) {
    if (!isAddressOrRange(proxy)) {
      read.problem('TRUSTED_PROXIES', `"${proxy}" is not an IP address or range`);
    }
  }
  return proxies;
}

function readMasterKeysSource(
  read: Reader,
  production: boolean,
  root: string,
  dataDir: string,
): MasterKeysSource {
  const file = read.optional('MASTER_KEYS_FILE');
  const inline = read.optional('MASTER_KEYS');
  if (file !== null && inline !== null) {
    read.problem('MASTER_KEYS', 'is set beside MASTER_KEYS_FILE: keep one of the two');
  }
  if (file !== null) return { kind: 'file', path: resolve(root, file) };
  if (inline !== null) return { kind: 'environment' };
  if (production) {
    read.problem(
      'MASTER_KEYS_FILE',
      'is missing: the key-encryption keys (or MASTER_KEYS with the same JSON)',
    );
  }
  return {
    kind: 'development',
    path: resolve(dataDir, 'keys', 'master-keys.json'),
  };
}

function optionalSecret(read: Reader, variable: string): Secret | null {
  const value = read.optional(variable);
  return value === null ? null : new Secret(value);
}

/** It stands in an address, and whoever guesses it could make Meta's dashboard take our address for theirs. */
function readVerifyToken(read: Reader): Secret | null {
  const variable = 'META_WEBHOOK_VERIFY_TOKEN';
  const token = read.optional(variable);
  if (token !== null && !/^[\x21-\x7e]{8,200}$/.test(token)) {
    read.problem(variable, 'must be 8 to 200 printable characters without a space');
  }
  return optionalSecret(read, variable);
}

function isAddressOrRange(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}

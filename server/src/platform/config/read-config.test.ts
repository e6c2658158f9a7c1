import { isAbsolute, join } from 'node:path';
import { DEFAULT_LIMITS } from './config';
import { ConfigError } from './problems';
import { readConfig } from './read-config';

const ROOT = join('/', 'srv', 'sociogenie');
const NEEDED = {
  DATABASE_URL: 'postgres://app:pw@db:5432/app',
  INSTAGRAM_APP_ID: '1234567890',
  INSTAGRAM_APP_SECRET: 'app-secret',
};
const PRODUCTION = {
  ...NEEDED,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://www.sociogenie.example',
  MASTER_KEYS_FILE: '/run/secrets/master-keys.json',
  SMTP_URL: 'smtps://app:mail-pw@mail.example',
  MAIL_FROM: 'SocioGenie <mail@sociogenie.example>',
};

const read = (env: Record<string, string>) => readConfig(env, ROOT);

function problems(env: Record<string, string>): Record<string, string> {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) {
      return Object.fromEntries(error.problems.map(({ variable, problem }) => [variable, problem]));
    }
    throw error;
  }
  return {};
}

it('has a default for everything that need not be said', () => {
  expect(read(NEEDED).config).toEqual({
    production: false,
    role: 'all',
    host: '127.0.0.1',
    port: 4000,
    publicUrl: 'http://localhost:4000',
    dataDir: join(ROOT, '.data'),
    keyRingDir: join(ROOT, '.data', 'keys', 'epochs'),
    ledgerPath: join(ROOT, '.data', 'ledger'),
    trustedProxies: [],
    operatorName: 'MAGNATEX LLP',
    contactEmail: 'founder@magnatex.co',
    mailFrom: 'SocioGenie <founder@magnatex.co>',
    operatorEmail: 'founder@magnatex.co',
    sandboxUrl: null,
    instagram: {
      appId: '1234567890',
      authorizeUrl: 'https://www.instagram.com/oauth/authorize',
      apiUrl: 'https://api.instagram.com',
      graphUrl: 'https://graph.instagram.com',
      graphVersion: 'v26.0',
    },
    masterKeys: { kind: 'development', path: join(ROOT, '.data', 'keys', 'master-keys.json') },
    limits: DEFAULT_LIMITS,
  });
});

it('keeps secrets apart from what may be logged', () => {
  const { config, secrets } = read({
    ...NEEDED,
    MASTER_KEYS: 'the keys',
    INSTAGRAM_APP_SECRET_PREVIOUS: 'old',
    SMTP_URL: 'smtp://app:mail-pw@mail.example',
    MAIL_FROM: 'mail@sociogenie.example',
    META_WEBHOOK_VERIFY_TOKEN: 'the-word-of-meta',
  });
  expect(JSON.stringify(config)).not.toMatch(/app-secret|app:pw|the keys|"old"|mail-pw|the-word/);
  expect(JSON.stringify(secrets)).not.toMatch(/app-secret|app:pw|the keys|"old"|mail-pw|the-word/);
  expect(secrets.smtpUrl?.reveal()).toBe('smtp://app:mail-pw@mail.example');
  expect(secrets.databaseUrl.reveal()).toBe(NEEDED.DATABASE_URL);
  expect(secrets.instagramAppSecret.reveal()).toBe('app-secret');
  expect(secrets.instagramAppSecretPrevious?.reveal()).toBe('old');
  expect(secrets.metaWebhookVerifyToken?.reveal()).toBe('the-word-of-meta');
  expect(secrets.masterKeys?.reveal()).toBe('the keys');
  expect(config.masterKeys).toEqual({ kind: 'environment' });
});

it('counts blanks as unset, and trims', () => {
  const { config } = read({ ...NEEDED, PORT: '  ', HOST: '', PUBLIC_URL: ' https://a.example/ ' });
  expect(config).toMatchObject({ port: 4000, host: '127.0.0.1', publicUrl: 'https://a.example' });
});

it('derives the public address from the port, and folders from DATA_DIR', () => {
  const { config } = read({ ...NEEDED, PORT: '5012', DATA_DIR: 'var/data' });
  expect(config.publicUrl).toBe('http://localhost:5012');
  expect(config.dataDir).toBe(join(ROOT, 'var', 'data'));
  expect(isAbsolute(config.keyRingDir) && config.keyRingDir.startsWith(config.dataDir)).toBe(true);
});

it('tells every problem at once, by name and with what the variable is for', () => {
  const found = problems({
    PORT: '70000',
    PUBLIC_URL: 'https://a.example/app',
    ROLE: 'boss',
    TRUSTED_PROXIES: '10.0.0.0/8, proxy.internal',
    INSTAGRAM_GRAPH_URL: 'ftp://graph.example',
    INSTAGRAM_GRAPH_VERSION: '26',
    INSTAGRAM_APP_ID: 'abc',
    MASTER_KEYS: '{}',
    MASTER_KEYS_FILE: 'keys.json',
  });
  expect(found).toEqual({
    PORT: 'is not a port number between 1 and 65535',
    PUBLIC_URL: 'must be an origin without a path',
    ROLE: 'must be one of all, server, worker',
    TRUSTED_PROXIES: '"proxy.internal" is not an IP address or range',
    INSTAGRAM_GRAPH_URL: 'is not an address that starts with https:// or http://',
    INSTAGRAM_GRAPH_VERSION: 'must look like v26.0',
    INSTAGRAM_APP_ID: 'is not a number of digits',
    INSTAGRAM_APP_SECRET: "is missing: the Instagram app's secret; it signs what Meta sends us",
    MASTER_KEYS: 'is set beside MASTER_KEYS_FILE: keep one of the two',
    DATABASE_URL: 'is missing: the PostgreSQL database, postgres://…; `start` brings its own',
  });
});

it('says all of it in the message too, a line each and without a value', () => {
  expect(() => read({ INSTAGRAM_APP_SECRET: 'app-secret', DATABASE_URL: 'mysql://root:pw@db/x' })).toThrow(
    [
      'SocioGenie cannot start, because of its configuration:',
      "  INSTAGRAM_APP_ID: is missing: the Instagram app's id (not the Meta app's)",
      '  DATABASE_URL: is not an address that starts with postgres://',
    ].join('\n'),
  );
});

it.each([
  ['0', false],
  ['1', true],
  ['65535', true],
  ['65536', false],
  ['4000x', false],
  ['4e3', false],
  ['-1', false],
])('PORT=%s is a port: %s', (port, good) => {
  expect('PORT' in problems({ ...NEEDED, PORT: port })).toBe(!good);
});

it.each([
  'https://user:pw@a.example',
  'https://a.example/?x=1',
  'https://a.example/#x',
  'a.example',
  '//a.example',
])('PUBLIC_URL=%s is refused', (publicUrl) => {
  expect(Object.keys(problems({ ...NEEDED, PUBLIC_URL: publicUrl }))).toEqual(['PUBLIC_URL']);
});

it('reads proxies as addresses and ranges', () => {
  const { config } = read({ ...NEEDED, TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,, ::1' });
  expect(config.trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', '::1']);
});

describe('in production', () => {
  it('starts with everything said', () => {
    const { config } = read(PRODUCTION);
    expect(config).toMatchObject({
      production: true,
      masterKeys: { kind: 'file', path: '/run/secrets/master-keys.json' },
    });
  });

  it('takes the keys from the environment as well', () => {
    const { MASTER_KEYS_FILE: _, ...others } = PRODUCTION;
    expect(problems({ ...others, MASTER_KEYS: '{}' })).toEqual({});
  });

  it('refuses development keys, the sandbox and every http address', () => {
    const found = problems({
      ...NEEDED,
      NODE_ENV: 'production',
      SANDBOX_URL: 'http://127.0.0.1:4001',
      INSTAGRAM_AUTHORIZE_URL: 'http://127.0.0.1:4001/oauth/authorize',
      INSTAGRAM_API_URL: 'http://127.0.0.1:4001',
      INSTAGRAM_GRAPH_URL: 'http://127.0.0.1:4001',
    });
    expect(Object.keys(found).sort()).toEqual([
      'INSTAGRAM_API_URL',
      'INSTAGRAM_AUTHORIZE_URL',
      'INSTAGRAM_GRAPH_URL',
      'MASTER_KEYS_FILE',
      'PUBLIC_URL',
      'SANDBOX_URL',
      'SMTP_URL',
    ]);
  });

  it('allows none of that to matter outside of it', () => {
    const env = {
      ...NEEDED,
      SANDBOX_URL: 'http://127.0.0.1:4001',
      INSTAGRAM_API_URL: 'http://127.0.0.1:4001',
    };
    expect(problems(env)).toEqual({});
  });
});

it('names PUBLIC_URL as browsers name it in Origin', () => {
  const { config } = read({ ...NEEDED, PUBLIC_URL: 'HTTPS://WWW.Sociogenie.Example:443/' });
  expect(config.publicUrl).toBe('https://www.sociogenie.example');
});

it.each([
  ['CONTACT_EMAIL', 'notmail', 'is not an e-mail address'],
  ['OPERATOR_EMAIL', 'a b@c.de', 'is not an e-mail address'],
  ['MAIL_FROM', 'SocioGenie', 'is not an e-mail address'],
  ['MAIL_FROM', 'A <x@y.z>\r\nBcc: <b@c.de>', 'is not an e-mail address'],
  ['SMTP_URL', 'http://mail.example', 'is not an address that starts with smtp:// or smtps://'],
  ['TRUSTED_PROXIES', '10.0.0.0/99', '"10.0.0.0/99" is not an IP address or range'],
  ['TRUSTED_PROXIES', '::/129', '"::/129" is not an IP address or range'],
])('refuses %s = %s', (variable, value, problem) => {
  expect(() => read({ ...NEEDED, [variable]: value })).toThrow(`${variable}: ${problem}`);
});

it('takes proxies as addresses and as ranges', () => {
  const { config } = read({ ...NEEDED, TRUSTED_PROXIES: '10.0.0.0/8, ::1, 192.0.2.1' });
  expect(config.trustedProxies).toEqual(['10.0.0.0/8', '::1', '192.0.2.1']);
});

it('wants to know who mails come from when there is a mail server', () => {
  expect(Object.keys(problems({ ...NEEDED, SMTP_URL: 'smtp://mail.example' }))).toEqual(['MAIL_FROM']);
});

it('takes a word that an address can carry for the webhooks, and none for off', () => {
  expect(read(NEEDED).secrets.metaWebhookVerifyToken).toBeNull();
  for (const bad of ['short', 'with a space', 'x'.repeat(201)]) {
    expect(problems({ ...NEEDED, META_WEBHOOK_VERIFY_TOKEN: bad })).toEqual({
      META_WEBHOOK_VERIFY_TOKEN: 'must be 8 to 200 printable characters without a space',
    });
  }
});

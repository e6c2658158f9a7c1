import { ConfigError } from '../../../platform/config/problems';
import { type Environment, planStart } from './plan';

const root = '/srv/sociogenie';

function problemsOf(env: Environment): string[] {
  try {
    planStart(env, root);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ variable }) => variable);
    throw error;
  }
  return [];
}

test('with an empty environment everything is embedded', () => {
  const plan = planStart({}, root);
  expect(plan).toMatchObject({ embeddedDatabase: true, sandboxPort: 4001, logDir: `${root}/.data/logs` });
  expect(plan.config).toMatchObject({
    port: 4000,
    publicUrl: 'http://localhost:4000',
    dataDir: `${root}/.data`,
  });
});

test('an empty variable counts as unset', () => {
  expect(planStart({ DATABASE_URL: ' ', INSTAGRAM_APP_ID: '', PORT: '' }, root)).toMatchObject({
    embeddedDatabase: true,
    sandboxPort: 4001,
  });
});

test('the sandbox listens beside PORT unless SANDBOX_PORT says otherwise', () => {
  expect(planStart({ PORT: '5000' }, root).sandboxPort).toBe(5001);
  expect(planStart({ PORT: '5000', SANDBOX_PORT: '7000' }, root).sandboxPort).toBe(7000);
  expect(problemsOf({ PORT: '65535' })).toEqual(['SANDBOX_PORT']);
});

test('a port of the sandbox that cannot be is told, and a wrong PORT is told once', () => {
  expect(problemsOf({ SANDBOX_PORT: '70000' })).toEqual(['SANDBOX_PORT']);
  expect(problemsOf({ SANDBOX_PORT: '4e3' })).toEqual(['SANDBOX_PORT']);
  expect(problemsOf({ PORT: '5000', SANDBOX_PORT: '5000' })).toEqual(['SANDBOX_PORT']);
  expect(problemsOf({ SANDBOX_PORT: '4000' })).toEqual(['SANDBOX_PORT']);
  expect(problemsOf({ PORT: 'abc' })).toEqual(['PORT']);
});

test('a configured app leaves the sandbox out, a configured database the embedded one', () => {
  const app = { INSTAGRAM_APP_ID: '123', INSTAGRAM_APP_SECRET: 'secret' };
  expect(planStart(app, root)).toMatchObject({ embeddedDatabase: true, sandboxPort: null });
  expect(planStart({ DATABASE_URL: 'postgres://db/x' }, root)).toMatchObject({
    embeddedDatabase: false,
    sandboxPort: 4001,
  });
});

test('half an app is an error, not a reason for the sandbox', () => {
  expect(problemsOf({ INSTAGRAM_APP_ID: '123' })).toEqual(['INSTAGRAM_APP_SECRET']);
  expect(problemsOf({ INSTAGRAM_APP_SECRET: 'secret' })).toEqual(['INSTAGRAM_APP_ID']);
});

test('addresses of Meta without an app are an error', () => {
  expect(problemsOf({ INSTAGRAM_GRAPH_URL: 'http://127.0.0.1:9' })).toEqual(['INSTAGRAM_GRAPH_URL']);
});

test('a sandbox address from outside is not believed', () => {
  expect(planStart({ SANDBOX_URL: 'http://elsewhere' }, root).config.sandboxUrl).toBeNull();
});

describe('in production', () => {
  const production = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://sociogenie.example',
    INSTAGRAM_APP_ID: '123',
    INSTAGRAM_APP_SECRET: 'secret',
    MASTER_KEYS_FILE: '/run/secrets/master-keys.json',
    SMTP_URL: 'smtp://mail.example',
    MAIL_FROM: 'mail@sociogenie.example',
  };

  test('the embedded database has to be allowed', () => {
    expect(problemsOf(production)).toEqual(['DATABASE_URL']);
    expect(problemsOf({ ...production, ALLOW_EMBEDDED_DATABASE: 'yes' })).toEqual(['DATABASE_URL']);
    expect(planStart({ ...production, ALLOW_EMBEDDED_DATABASE: 'true' }, root).embeddedDatabase).toBe(true);
  });

  test('there is no sandbox', () => {
    const { INSTAGRAM_APP_ID, INSTAGRAM_APP_SECRET, ...rest } = {
      ...production,
      DATABASE_URL: 'postgres://db/x',
    };
    expect(problemsOf(rest)).toEqual(['INSTAGRAM_APP_ID', 'INSTAGRAM_APP_SECRET']);
  });
});

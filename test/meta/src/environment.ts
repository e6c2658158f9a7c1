import type { SandboxOptions } from './index.ts';

const needed = {
  SANDBOX_APP_ID: "the app's id, digits",
  SANDBOX_APP_SECRET: "the app's secret, which signs callbacks",
  SANDBOX_REDIRECT_URIS: 'the addresses that consent may return to, with commas between',
};

const ADDRESSES = [
  'SANDBOX_PUBLIC_URL',
  'SANDBOX_DEAUTHORIZE_URL',
  'SANDBOX_DELETION_URL',
  'SANDBOX_WEBHOOK_URL',
];

/** Reads the sandbox's options from the environment; throws one error that names everything that is wrong. */
export function readEnvironment(env: NodeJS.ProcessEnv): SandboxOptions {
  const problems = Object.entries(needed)
    .filter(([name]) => (env[name] ?? '') === '')
    .map(([name, purpose]) => `${name} is missing: ${purpose}.`);
  const port = Number(env.SANDBOX_PORT ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push('SANDBOX_PORT is not a port.');
  for (const name of ADDRESSES) {
    if (env[name] !== undefined && !URL.canParse(env[name])) problems.push(`${name} is not an address.`);
  }
  if (env.NODE_ENV === 'production')
    problems.push('NODE_ENV is production: the sandbox stands in for Meta, and is never run there.');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { SANDBOX_DATA_DIR: dataDir, SANDBOX_PUBLIC_URL: publicUrl } = env;
  return {
    port,
    host: env.SANDBOX_HOST ?? '127.0.0.1',
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(publicUrl === undefined ? {} : { publicUrl: publicUrl.replace(/\/$/, '') }),
    app: {
      id: env.SANDBOX_APP_ID ?? '',
      secret: env.SANDBOX_APP_SECRET ?? '',
      redirectUris: (env.SANDBOX_REDIRECT_URIS ?? '').split(','),
      deauthorizeUrl: env.SANDBOX_DEAUTHORIZE_URL ?? null,
      deletionUrl: env.SANDBOX_DELETION_URL ?? null,
      webhookUrl: env.SANDBOX_WEBHOOK_URL ?? null,
      webhookVerifyToken: env.SANDBOX_WEBHOOK_VERIFY_TOKEN ?? null,
      ...(env.SANDBOX_APP_NAME === undefined ? {} : { name: env.SANDBOX_APP_NAME }),
    },
  };
}

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser } from './browser';
import { connectSandboxAccount } from './connect-sandbox-account';
import { askGraphql } from './graphql';
import type { StartPlan } from './plan';
import { StartError } from './start-error';

/**
 * The login that `start` prints while the sandbox runs. The server's account feature closes this address without it; a
 * test holds both to one value, since the supervisor does not load the server for a constant.
 */
export const DEMO_EMAIL = 'demo@sociogenie.example';
export const DEMO_PASSWORD = 'demo-sociogenie';

/** How many of the sandbox's accounts it is connected to; the next one stays free, to be connected by hand. */
const CONNECTIONS = 2;

const SIGN_UP = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { account { id } userErrors { __typename message } }
}`;
const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { account { id } userErrors { __typename message } }
}`;
const SIGN_OUT = 'mutation { signOut { userErrors { message } } }';
const CONNECTIONS_HELD = 'query { viewer { instagramConnections { id } } }';

interface SignUp {
  readonly signUp: { readonly userErrors: readonly UserError[] };
}

interface SignIn {
  readonly signIn: { readonly account: object | null };
}

interface ConnectionsHeld {
  readonly viewer: { readonly instagramConnections: readonly unknown[] } | null;
}

interface UserError {
  readonly __typename: string;
  readonly message: string;
}

/** Whether the printed login opens the demo account; if not, a person has deleted it or changed its password. */
export type DemoAccount = 'open' | 'gone';

/** The file that says that the demo account was made: while it is there, no start makes it again. */
export const madeFile = (dataDir: string): string => join(dataDir, 'sandbox', 'demo-account-made');

/**
 * Makes the demo account the way a person would: by signing up and consenting at the sandbox. It is made once; a making
 * that was interrupted is finished by the next start, and a finished account is never touched again: one that was deleted
 * stays deleted.
 *
 * @throws StartError when the server or the sandbox does not play along.
 */
export async function makeDemoAccount(plan: StartPlan): Promise<DemoAccount> {
  const finished = madeFile(plan.config.dataDir);
  if (existsSync(finished)) return lookIn(new Browser(plan));
  const browser = new Browser(plan);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const input = { email: DEMO_EMAIL, password: DEMO_PASSWORD, timeZone };
  const { signUp } = await askGraphql<SignUp>(browser, SIGN_UP, { input });
  const isNew = signUp.userErrors.length === 0;
  if (!isNew && signUp.userErrors.some((error) => error.__typename !== 'EmailTaken')) {
    throw new StartError(`The demo account could not be made: ${signUp.userErrors[0]?.message}`);
  }
  // A changed password says that a person has made the account their own.
  if (!isNew && !(await signIn(browser))) return 'gone';

  for (let held = await connectionsHeld(browser); held < CONNECTIONS; held += 1) {
    await connectSandboxAccount(browser, held);
  }
  if ((await connectionsHeld(browser)) < CONNECTIONS) {
    throw new StartError(
      'The demo account could not be connected to the sandbox; the next start tries again.',
    );
  }
  writeFileSync(finished, '');
  await askGraphql(browser, SIGN_OUT, {});
  return 'open';
}

/** Tries the printed login, and signs out again. */
async function lookIn(browser: Browser): Promise<DemoAccount> {
  if (!(await signIn(browser))) return 'gone';
  await askGraphql(browser, SIGN_OUT, {});
  return 'open';
}

/** Makes the demo account; a failure is told and no more, since everything else works without it. */
export async function tryToMakeDemoAccount(plan: StartPlan): Promise<DemoAccount> {
  try {
    return await makeDemoAccount(plan);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    return 'open';
  }
}

async function signIn(browser: Browser): Promise<boolean> {
  const input = { email: DEMO_EMAIL, password: DEMO_PASSWORD };
  const answer = await askGraphql<SignIn>(browser, SIGN_IN, { input });
  return answer.signIn.account !== null;
}

async function connectionsHeld(browser: Browser): Promise<number> {
  const { viewer } = await askGraphql<ConnectionsHeld>(browser, CONNECTIONS_HELD, {});
  return viewer?.instagramConnections.length ?? 0;
}

import type { ApolloClient } from '@apollo/client';
import { viewerQuery } from '../features/account';
import { lastAnsweredAt } from '../lib/connectivity';
import { paths, signInPath } from './paths';
import type { createRouter } from './router';

/** The screens that nobody needs to be signed in for. */
const withoutSession: readonly string[] = [
  paths.signIn,
  paths.signUp,
  paths.resetPassword,
  paths.verifyEmail,
  paths.changeEmail,
  paths.accountDeleted,
];

/** Router state by which the sign-in page knows that another window deleted the account. */
export const accountDeletedElsewhere = { reason: 'account-deleted' } as const;

const DAY_MS = 24 * 3_600_000;

/** Router state by which the sign-in page knows that a session ended while somebody was working, and how. */
export interface SessionEnd {
  reason: 'session-idle' | 'session-ended';
}

/** How a session that is over ended, as far as this tab can tell: by a day without use, or otherwise. */
export function sessionEnd(now = new Date()): SessionEnd {
  const last = lastAnsweredAt();
  const idle = last !== null && now.getTime() - last.getTime() >= DAY_MS;
  return { reason: idle ? 'session-idle' : 'session-ended' };
}

/**
 * What to do when the server no longer knows the session: forget the data and ask to sign in, with the way back. A
 * request that was on its way while the session got a fresh cookie is refused too; then everything is asked once more.
 */
export async function leaveEndedSession(
  client: ApolloClient,
  router: ReturnType<typeof createRouter>,
): Promise<void> {
  const { pathname, search, hash } = router.state.location;
  if (withoutSession.includes(pathname)) return;
  const state = sessionEnd();
  if (await isStillSignedIn(client)) {
    await client.refetchQueries({ include: 'active' });
    return;
  }
  await client.clearStore();
  await router.navigate(signInPath(pathname + search + hash), { state, replace: true });
}

async function isStillSignedIn(client: ApolloClient): Promise<boolean> {
  try {
    const { data } = await client.query({ query: viewerQuery, fetchPolicy: 'no-cache' });
    return data?.viewer != null;
  } catch {
    return false;
  }
}

/** What to do when another window says that it deleted the account: forget the data, and say why nobody is signed in. */
export async function leaveDeletedAccount(
  client: ApolloClient,
  router: ReturnType<typeof createRouter>,
): Promise<void> {
  if (withoutSession.includes(router.state.location.pathname)) return;
  await client.clearStore();
  await router.navigate(paths.signIn, { state: accountDeletedElsewhere, replace: true });
}

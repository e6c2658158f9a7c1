import type { ApolloClient } from '@apollo/client';
import { paths, signInPath } from './paths';
import type { createRouter } from './router';

/** The screens that nobody needs to be signed in for. */
const withoutSession: readonly string[] = [
  paths.signIn,
  paths.signUp,
  paths.resetPassword,
  paths.verifyEmail,
  paths.accountDeleted,
];

/** Router state by which the sign-in page knows that a session ended while somebody was working. */
export const sessionEnded = { reason: 'session-ended' } as const;

/** Router state by which the sign-in page knows that another window deleted the account. */
export const accountDeletedElsewhere = { reason: 'account-deleted' } as const;

/** What to do when the server no longer knows the session: forget the data and ask to sign in, with the way back. */
export async function leaveEndedSession(
  client: ApolloClient,
  router: ReturnType<typeof createRouter>,
): Promise<void> {
  const { pathname, search } = router.state.location;
  if (withoutSession.includes(pathname)) return;
  await client.clearStore();
  await router.navigate(signInPath(pathname + search), { state: sessionEnded, replace: true });
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

import type { ApolloClient } from '@apollo/client';
import { paths, signInPath } from './paths';
import type { createRouter } from './router';

/** Router state by which the sign-in page knows that a session ended while somebody was working. */
export const sessionEnded = { reason: 'session-ended' } as const;

/** What to do when the server no longer knows the session: forget the data and ask to sign in, with the way back. */
export async function leaveEndedSession(
  client: ApolloClient,
  router: ReturnType<typeof createRouter>,
): Promise<void> {
  const { pathname, search } = router.state.location;
  if (pathname === paths.signIn || pathname === paths.signUp) return;
  await client.clearStore();
  await router.navigate(signInPath(pathname + search), { state: sessionEnded, replace: true });
}

import type { ApolloClient } from '@apollo/client';
import { createBrowserRouter, type RouteObject, redirect } from 'react-router';
import { loadViewer } from '../features/account';
import { paths, returnPath, signInPath } from './paths';
import { NotFoundPage } from './routes/not-found';
import { Root } from './routes/root';
import { RouteError } from './routes/route-error';
import { Shell } from './shell/shell';

/** What stands on the page until it is known who is signed in: nothing, as that takes a moment only. */
function FirstMoment() {
  return null;
}

const deletingAccount = () => import('./routes/delete-account');

/** The screens and who may see them; each screen's code arrives when it is first opened. */
export function createRoutes(client: ApolloClient): RouteObject[] {
  const signedInOnly = async ({ request }: { request: Request }) => {
    const { pathname, search } = new URL(request.url);
    // A router is told of no `#`, and a mailed link leads by it to the very card.
    const { hash, pathname: shown, search: query } = window.location;
    const landed = shown === pathname && query === search;
    const wanted = pathname + search + (landed ? hash : '');
    if ((await loadViewer(client)) === null) throw redirect(signInPath(wanted));
    return null;
  };
  const signedOutOnly = async ({ request }: { request: Request }) => {
    if ((await loadViewer(client)) !== null) throw redirect(returnPath(new URL(request.url).searchParams));
    return null;
  };
  return [
    {
      Component: Root,
      ErrorBoundary: RouteError,
      HydrateFallback: FirstMoment,
      children: [
        { path: paths.home, loader: () => redirect(paths.integrations) },
        { path: paths.signIn, loader: signedOutOnly, lazy: () => import('./routes/sign-in') },
        { path: paths.signUp, loader: signedOutOnly, lazy: () => import('./routes/sign-up') },
        { path: paths.resetPassword, lazy: () => import('./routes/reset-password') },
        { path: paths.changeEmail, lazy: () => import('./routes/change-email') },
        { path: paths.verifyEmail, lazy: () => import('./routes/verify-email') },
        {
          path: paths.accountDeleted,
          lazy: async () => ({ Component: (await deletingAccount()).AccountDeletedPage }),
        },
        {
          Component: Shell,
          loader: signedInOnly,
          children: [
            {
              ErrorBoundary: RouteError,
              children: [
                { path: paths.integrations, lazy: () => import('./routes/integrations') },
                { path: paths.connect, lazy: () => import('./routes/connect') },
                { path: paths.analytics, lazy: () => import('./routes/analytics') },
                { path: paths.settings, lazy: () => import('./routes/settings') },
                {
                  path: paths.deleteAccount,
                  lazy: async () => ({ Component: (await deletingAccount()).DeleteAccountPage }),
                },
              ],
            },
          ],
        },
        { path: '*', Component: NotFoundPage },
      ],
    },
  ];
}

/** The router of the browser. */
export function createRouter(client: ApolloClient) {
  return createBrowserRouter(createRoutes(client));
}

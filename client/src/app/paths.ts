/** Every address of the SPA, and the ones of the server that it links to. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signUp: '/sign-up',
  resetPassword: '/reset-password',
  verifyEmail: '/verify-email',
  changeEmail: '/change-email',
  integrations: '/integrations',
  connect: '/integrations/connect',
  analytics: '/analytics',
  settings: '/settings',
  deleteAccount: '/settings/delete-account',
  accountDeleted: '/account-deleted',
  /** Who is signed in, and the way to another address: a section of the settings. */
  profile: '/settings#profile',
  /** Where one is signed in: a section of the settings. */
  sessions: '/settings#sessions',
  /** What we hold, and the export of it: a section of the settings. */
  dataWeHold: '/settings#data',
  /** Rendered by the server: link to these with a plain `href`. */
  dataDeletion: '/data-deletion',
  privacy: '/privacy',
  deletionStatus: '/deletion-status',
} as const;

/** The public page that says how far a deletion is; its address is all one needs to read it. */
export function deletionStatusPath(confirmationCode: string): string {
  return `${paths.deletionStatus}/${encodeURIComponent(confirmationCode)}`;
}

/** The pre-flight page; with an id it reconnects that connection and accepts no other account. */
export function connectPath(connectionId?: string): string {
  return connectionId === undefined
    ? paths.connect
    : `${paths.connect}?connection=${encodeURIComponent(connectionId)}`;
}

/** The analytics of one connection. */
export function analyticsPath(connectionId: string): string {
  return `${paths.analytics}?connection=${encodeURIComponent(connectionId)}`;
}

/** The sign-in page that leads back to `returnTo` (a path of ours, with its query). */
export function signInPath(returnTo: string): string {
  return returnTo === paths.home ? paths.signIn : `${paths.signIn}?returnTo=${encodeURIComponent(returnTo)}`;
}

/** Where to go after signing in: the `returnTo` of an address if it stays on our own host, else the first screen. */
export function returnPath(searchParams: URLSearchParams): string {
  const wanted = searchParams.get('returnTo');
  const own = wanted !== null && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith(paths.signIn);
  return own ? wanted : paths.integrations;
}

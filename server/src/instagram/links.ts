/** Instagram's pages that we send people to. */
export interface InstagramLinks {
  /** Where a person sees the apps they gave access, and removes them. */
  readonly appsAndWebsites: string;
  /** Where Instagram explains how to turn a personal account into a professional one. */
  readonly professionalAccount: string;
}

/**
 * The links that belong to the Instagram whose consent page is `authorizeUrl`: with the sandbox, the sandbox's own
 * page of apps. The help article is Meta's "Set up a business account on Instagram" and always Meta's.
 */
export function instagramLinks(authorizeUrl: string): InstagramLinks {
  return {
    appsAndWebsites: `${new URL(authorizeUrl).origin}/accounts/manage_access/`,
    professionalAccount: 'https://help.instagram.com/502981923235522',
  };
}

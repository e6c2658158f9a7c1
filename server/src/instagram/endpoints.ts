import type { HttpRequest } from '../platform/http';
import type { Secret } from '../platform/secret';

/** Where Instagram answers. */
export interface Endpoints {
  /** The consent page, in full. */
  readonly authorizeUrl: string;
  /** Base of the code exchange. */
  readonly apiUrl: string;
  /** Base of everything else. */
  readonly graphUrl: string;
  /** `v26.0`: the first part of a Graph path; the token endpoints have none. */
  readonly graphVersion: string;
}

/** An address below `base`, which may have a path of its own, with or without a slash at the end. */
export function addressBelow(base: string, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  url.search = new URLSearchParams(query).toString();
  return url;
}

/** A call to the versioned Graph API. The token travels in a header, so that no log of addresses can hold it. */
export function graphRequest(
  { graphUrl, graphVersion }: Endpoints,
  token: Secret,
  path: string,
  query: Readonly<Record<string, string>> = {},
): HttpRequest {
  return {
    method: 'GET',
    url: addressBelow(graphUrl, `${graphVersion}/${path}`, query),
    headers: { authorization: `Bearer ${token.reveal()}` },
  };
}

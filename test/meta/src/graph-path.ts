import { GraphError } from './refusals.ts';

/** The newest Graph version that the sandbox knows (meta-contract, section 12). */
const NEWEST = 27;

/** Both forms of a Graph path: with a version and without, the object being `me` or digits. */
export function graphPaths(rest: string): string[] {
  const id = ':id(^(?:me|\\d+)$)';
  return [`/:version(^v\\d+\\.\\d+$)/${id}${rest}`, `/${id}${rest}`];
}

/** Refuses a version that does not exist yet; an expired one is served by the oldest living one, silently. */
export function checkVersion(version: string | undefined): void {
  if (version === undefined || Number.parseFloat(version.slice(1)) <= NEWEST) return;
  const message = `Unknown path components: /${version}`;
  throw new GraphError({ status: 400, code: 2500, type: 'OAuthException', message });
}

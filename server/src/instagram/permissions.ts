import type { InstagramPermission } from './instagram';

/** Our permissions and the scopes that Instagram Login knows them by. */
const SCOPES: Readonly<Record<InstagramPermission, string>> = {
  BASIC: 'instagram_business_basic',
  CONTENT_PUBLISH: 'instagram_business_content_publish',
  MANAGE_INSIGHTS: 'instagram_business_manage_insights',
  MANAGE_COMMENTS: 'instagram_business_manage_comments',
};

/** The `scope` parameter that asks for these permissions. */
export function toScope(permissions: readonly InstagramPermission[]): string {
  return permissions.map((permission) => SCOPES[permission]).join(',');
}

/** The permissions that these scopes stand for, each once and in our order; scopes we never ask for are left out. */
export function fromScopes(scopes: readonly string[]): InstagramPermission[] {
  const granted = new Set(scopes);
  return PERMISSIONS.filter((permission) => granted.has(SCOPES[permission]));
}

const PERMISSIONS: readonly InstagramPermission[] = [
  'BASIC',
  'CONTENT_PUBLISH',
  'MANAGE_INSIGHTS',
  'MANAGE_COMMENTS',
];

/** Our permissions and the scopes that Instagram Login knows them by. */
const SCOPES = {
  BASIC: 'instagram_business_basic',
  CONTENT_PUBLISH: 'instagram_business_content_publish',
  MANAGE_INSIGHTS: 'instagram_business_manage_insights',
  MANAGE_COMMENTS: 'instagram_business_manage_comments',
} as const;

export type InstagramPermission = keyof typeof SCOPES;

/** What Meta's dashboard and its review call a permission. */
export const scopeOf = (permission: InstagramPermission): string => SCOPES[permission];

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

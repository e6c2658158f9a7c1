export const BASIC = 'instagram_business_basic';
export const INSIGHTS = 'instagram_business_manage_insights';

/** Every permission of Instagram Login, with the words of the consent page. */
export const scopes: ReadonlyMap<string, { title: string; detail: string }> = new Map([
  [
    BASIC,
    {
      title: 'Profile and media',
      detail: 'See the username, name, picture, counts and posts. Always needed.',
    },
  ],
  [
    'instagram_business_content_publish',
    { title: 'Publish posts', detail: 'Create posts, reels and stories for the account.' },
  ],
  [INSIGHTS, { title: 'Analytics', detail: 'See how the account and its posts do.' }],
  [
    'instagram_business_manage_comments',
    { title: 'Comments', detail: 'Read, write, hide and delete comments under the posts.' },
  ],
  ['instagram_business_manage_messages', { title: 'Messages', detail: 'Read and answer direct messages.' }],
]);

/** The permissions that a `scope` parameter names, by comma or white space, each once; null when one is unknown or basic is not among them. */
export function parseScopes(text: string): string[] | null {
  const names = [...new Set(text.split(/[,\s]+/).filter((name) => name !== ''))];
  return names.includes(BASIC) && names.every((name) => scopes.has(name)) ? names : null;
}

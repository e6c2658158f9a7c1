import type { InstagramPermission } from './permissions';

interface ApiCall {
  readonly permission: InstagramPermission;
  /** As Meta's reference and its review name it. */
  readonly call: string;
}

/** Every call that needs a permission a person grants, by our own word for it, with what Meta's review asks about it. */
export const API_CALLS = {
  profile: { permission: 'BASIC', call: 'GET /me' },
  picture: { permission: 'BASIC', call: 'GET /me, fields=profile_picture_url' },
  refreshToken: { permission: 'BASIC', call: 'GET /refresh_access_token' },
  unsubscribe: { permission: 'BASIC', call: 'DELETE /{account}/subscribed_apps' },
  withdrawAccess: { permission: 'BASIC', call: 'DELETE /me/permissions' },
  dailyReach: { permission: 'MANAGE_INSIGHTS', call: 'GET /{account}/insights, metric_type=time_series' },
  dayTotals: { permission: 'MANAGE_INSIGHTS', call: 'GET /{account}/insights, metric_type=total_value' },
  subscribe: { permission: 'MANAGE_COMMENTS', call: 'POST /{account}/subscribed_apps' },
  readEvents: { permission: 'MANAGE_COMMENTS', call: 'webhook field comments' },
} as const satisfies Readonly<Record<string, ApiCall>>;

export type ApiOperation = keyof typeof API_CALLS;

/** In the order of the permissions. */
export const API_OPERATIONS = Object.keys(API_CALLS) as readonly ApiOperation[];

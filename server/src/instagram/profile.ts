import type { z } from 'zod';
import type { Secret } from '../platform/secret';
import { type Endpoints, graphRequest } from './endpoints';
import { type CallLine, call, refused } from './graph-call';
import type { Instagram, Reply } from './instagram';
import { ProfileReply } from './replies';

const FIELDS = 'id,username,name,account_type,followers_count';

/** Who the token belongs to: `GET /me`. */
export function profile(http: CallLine, endpoints: Endpoints): Pick<Instagram, 'profile'> {
  return {
    async profile(token) {
      const reply = await askProfile(http, endpoints, token);
      if (!reply.ok) return reply;
      const { id, user_id, username, name, account_type, followers_count } = reply.value;
      if (user_id === undefined) return refused('unreadable', 'user_id (missing)');
      return {
        ok: true,
        value: {
          appScopedId: id,
          professionalId: user_id,
          username,
          name: name || null,
          professional: PROFESSIONAL_TYPES.has(account_type.toUpperCase()),
          followersCount: followers_count ?? null,
        },
      };
    },
  };
}

/**
 * Some apps have been seen to refuse the field `user_id` (code 100) while `id` is the professional account's id
 * already: those are asked again without it, and the one id then stands for both.
 */
async function askProfile(
  http: CallLine,
  endpoints: Endpoints,
  token: Secret,
): Promise<Reply<z.output<typeof ProfileReply>>> {
  const ask = (fields: string) => call(http, graphRequest(endpoints, token, 'me', { fields }), ProfileReply);
  const reply = await ask(`user_id,${FIELDS}`);
  if (reply.ok || reply.refusal.code !== 100 || reply.refusal.subcode !== null) return reply;
  const withoutUserId = await ask(FIELDS);
  if (!withoutUserId.ok) return withoutUserId;
  return {
    ok: true,
    value: { ...withoutUserId.value, user_id: withoutUserId.value.id },
  };
}

/** Documented as `Business` and `Media_Creator`, seen in capitals. */
const PROFESSIONAL_TYPES = new Set(['BUSINESS', 'MEDIA_CREATOR', 'CREATOR']);

import type { FastifyReply } from 'fastify';
import type { Call } from './calls.ts';
import { mannerOf } from './manners.ts';
import { findAccount } from './seed.ts';
import type { World } from './world.ts';

/** Rate-limit headers in the shapes that have been seen (meta-contract, section 10), and as the control page sets them. */
export function sendUsageHeaders(world: World, { account }: Call, reply: FastifyReply): void {
  const { usageHeaders: shape } = world.variants;
  if (shape === 'app_usage')
    reply.header('x-app-usage', '{"call_count":28,"total_time":25,"total_cputime":25}');
  if (shape === 'call_volume') reply.header('x-app-usage', '{"call_volume":7,"cpu_time":3}');
  if (shape === 'business') reply.header('x-business-use-case-usage', business(account ?? 'unknown', 95, 0));
  const own = mannerOf(world, account).usage;
  if (own === null) return;
  const app = { call_count: own.app, total_time: 20, total_cputime: 20 };
  const id = findAccount(account ?? '')?.professionalId ?? 'unknown';
  reply.header('x-app-usage', JSON.stringify(app));
  reply.header('x-business-use-case-usage', business(id, own.account, own.regainMinutes));
}

function business(id: string, percent: number, regainMinutes: number): string {
  const usage = { type: 'instagram', call_count: percent, total_cputime: 20, total_time: 20 };
  return JSON.stringify({ [id]: [{ ...usage, estimated_time_to_regain_access: regainMinutes }] });
}

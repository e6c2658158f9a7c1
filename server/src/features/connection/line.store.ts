import type { EntityManager } from 'typeorm';
import type { Usage } from '../../instagram/instagram';
import { endOfAccess, type Refusal, type RefusalKind } from '../../instagram/refusals';
import { ConnectionLineRow } from './connection-line.entity';

/** What is remembered of a connection's calls. */
export interface LineState {
  readonly usage: number | null;
  readonly usageAt: Date | null;
  readonly pausedUntil: Date | null;
}

/** Reads it; nothing is remembered of one that was never asked about. */
export async function readLine(tx: EntityManager, connectionId: string): Promise<LineState> {
  const row = await tx.findOneBy(ConnectionLineRow, { connectionId });
  const { usagePercent: usage = null, usageAt = null, pausedUntil = null } = row ?? {};
  return { usage, usageAt, pausedUntil };
}

/** Errors that no account can cause. */
const HARD: ReadonlySet<RefusalKind> = new Set(['temporary', 'no-answer', 'unreadable']);

/**
 * Notes how a call was answered. Tells whether that was trouble: an error of Instagram's own, or something that speaks
 * against the access, as Meta says to many in an outage. The caller's transaction holds the connection.
 */
export async function noteHeard(
  tx: EntityManager,
  connectionId: string,
  at: Date,
  refusal: Refusal | null,
  usage: Usage | null,
): Promise<boolean> {
  const trouble = refusal === null ? null : troubleOf(refusal);
  await tx.query(
    `insert into connection_line as line (connection_id, heard_at, troubled_since, trouble, usage_percent, usage_at)
     values ($1, $2::timestamptz, case when $3::text is not null then $2::timestamptz end, $3::text, $4::integer,
       case when $4::integer is not null then $2::timestamptz end)
     on conflict (connection_id) do update set
       heard_at = excluded.heard_at,
       troubled_since = case when excluded.trouble is null then null else coalesce(line.troubled_since, excluded.troubled_since) end,
       trouble = excluded.trouble,
       usage_percent = coalesce(excluded.usage_percent, line.usage_percent),
       usage_at = coalesce(excluded.usage_at, line.usage_at)`,
    [connectionId, at, trouble, usage === null ? null : Math.min(Math.round(usage.percent), 1_000)],
  );
  return trouble !== null;
}

function troubleOf(refusal: Refusal): 'HARD' | 'ODD' | null {
  if (HARD.has(refusal.kind)) return 'HARD';
  return endOfAccess(refusal) === null ? null : 'ODD';
}

/** Leaves a limit alone until a moment. The caller's transaction holds the connection. */
export async function pauseLine(
  tx: EntityManager,
  connectionId: string,
  at: Date,
  until: Date,
  wholeApp: boolean,
): Promise<void> {
  await tx.query(
    `insert into connection_line as line (connection_id, heard_at, paused_until, app_limited_at)
     values ($1, $2::timestamptz, $3::timestamptz, case when $4::boolean then $2::timestamptz end)
     on conflict (connection_id) do update set
       paused_until = greatest(line.paused_until, excluded.paused_until),
       app_limited_at = coalesce(excluded.app_limited_at, line.app_limited_at)`,
    [connectionId, at, until, wholeApp],
  );
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Secret } from '../platform/secret';
import { isEventSignature } from './event-signature';
import type { EventsReading, InstagramEvent } from './instagram';
import { readJson } from './json-text';
import { isAmbiguousOrDeep } from './strict-json';

/** Deeper than anything Meta documents of an event, attachments of messages included. */
const MAX_DEPTH = 24;

const Id = z.string().regex(/^[1-9][0-9]{0,19}$/);
const Delivery = z.object({ object: z.string(), entry: z.array(z.unknown()) });
const Entry = z.object({ id: Id, changes: z.array(z.unknown()) });
const Change = z.object({ field: z.literal('comments'), value: z.record(z.string(), z.unknown()) });
const AboutMedia = z.object({ media: z.object({ id: Id }) });

/**
 * Verifies a delivery and reads the comment events in it. Meta batches up to a thousand, mixes fields, and sends a
 * delivery again as it likes; an event that we did not ask for, or cannot read, spoils none of the others. Never throws.
 */
export function readEvents(
  body: Uint8Array,
  signature: string | undefined,
  secrets: readonly Secret[],
): EventsReading {
  const signed = isEventSignature(body, signature, secrets);
  if (signed === null) return { ok: false, reason: 'malformed' };
  if (!signed) return { ok: false, reason: 'bad-signature' };
  const content = readJson(body);
  const delivery = Delivery.safeParse(content);
  if (!delivery.success || isAmbiguousOrDeep(Buffer.from(body).toString('utf8'), MAX_DEPTH)) {
    return { ok: false, reason: 'bad-payload' };
  }
  const { object, entry } = delivery.data;
  if (object !== 'instagram') return { ok: true, events: [], ignored: entry.length };
  const read = entry.flatMap(eventsOf);
  const events = read.filter((event) => event !== null);
  return { ok: true, events, ignored: read.length - events.length };
}

/** The events of one account, null for each that is not ours to read. */
function eventsOf(entry: unknown): (InstagramEvent | null)[] {
  const account = Entry.safeParse(entry);
  if (!account.success) return [null];
  const { id: accountId, changes } = account.data;
  return changes.map((change) => {
    const comment = Change.safeParse(change);
    if (!comment.success) return null;
    const { field, value } = comment.data;
    const about = AboutMedia.safeParse(value);
    return {
      accountId,
      kind: 'COMMENT',
      mediaId: about.success ? about.data.media.id : null,
      digest: digestOf([accountId, field, value]),
    };
  });
}

/** Of the content, however it was written: the order of keys and the escapes differ from one delivery to the next. */
function digestOf(content: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(content)))
    .digest();
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  // As pairs: an object would put keys of digits first and lose `__proto__`.
  return { pairs: entries.map(([key, item]) => [key, inOrder(item)]) };
}

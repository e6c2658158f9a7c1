import { isAmbiguousOrDeep } from './strict-json';

/**
 * Reads the payload of a `signed_request` whose signature has been verified, or returns null when anything about it is
 * doubtful: not UTF-8, not a JSON object, a key twice, deeper than 3, another algorithm, an id that is not digits, a
 * time before 2010 or more than 300 s after `now`. Keys that we do not know (`expires`, `user`) are ignored.
 */
export function readSignedPayload(bytes: Uint8Array, now: Date): { userId: string; issuedAt: Date } | null {
  const payload = parseObject(bytes);
  if (payload === null || own(payload, 'algorithm') !== 'HMAC-SHA256') return null;
  const userId = digitsOf(own(payload, 'user_id'));
  const issuedAt = timeOf(own(payload, 'issued_at'), now);
  return userId !== null && issuedAt !== null ? { userId, issuedAt } : null;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const MAX_DEPTH = 3;

/** A number of the payload as it was written: an id of 17 digits would not survive as a number. */
class NumberText {
  constructor(readonly text: string) {}
}

function parseObject(bytes: Uint8Array): object | null {
  try {
    const text = UTF8.decode(bytes);
    const value: unknown = JSON.parse(text, keepNumberText);
    if (isAmbiguousOrDeep(text, MAX_DEPTH)) return null;
    return typeof value === 'object' && !Array.isArray(value) && !(value instanceof NumberText)
      ? value
      : null;
  } catch {
    return null;
  }
}

/** The third argument (the value's source text) exists since V8 11.4; the library types do not know it yet. */
function keepNumberText(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? new NumberText(context?.source ?? '') : value;
}

/** An inherited property is nothing that Meta wrote. */
function own(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

function digitsOf(value: unknown): string | null {
  const text = value instanceof NumberText ? value.text : value;
  return typeof text === 'string' && /^[1-9][0-9]{0,19}$/.test(text) ? text : null;
}

const EARLIEST = Date.UTC(2010, 0, 1);
const MAX_AHEAD_MS = 300_000;

function timeOf(value: unknown, now: Date): Date | null {
  if (!(value instanceof NumberText) || !/^[0-9]{1,12}$/.test(value.text)) return null;
  const time = Number(value.text) * 1000;
  return time >= EARLIEST && time <= now.getTime() + MAX_AHEAD_MS ? new Date(time) : null;
}

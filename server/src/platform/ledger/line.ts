import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What stands before the first line. */
export const GENESIS = { seq: 0, hash: createHash('sha256').update('deletion-ledger').digest() } as const;

/** Where a chain of lines ends. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: Buffer;
}

/** What one line says; its meaning is the feature's that wrote it. */
export interface LedgerContent {
  readonly id: string;
  readonly kind: string;
  /** To the minute: "2026-11-23T14:02Z". */
  readonly at: string;
  /** JSON. */
  readonly body: string;
}

/** A line in its place. */
export interface LedgerLine extends LedgerContent, ChainEnd {
  readonly prev: Buffer;
  /** As it stands in the file, without the line's end. */
  readonly text: string;
}

/** A line with the month in whose file it stands. */
export interface PlacedLine extends LedgerLine {
  readonly month: string;
}

const stored = z.strictObject({
  seq: z.int().positive(),
  prev: z.string().length(43),
  id: z.uuid(),
  kind: z.string(),
  at: z.string(),
  body: z.record(z.string(), z.unknown()),
  hash: z.string().length(43),
});

/** A moment as lines write it. */
export const toMinute = (at: Date): string => `${at.toISOString().slice(0, 16)}Z`;

/** The line that follows `end`. */
export function lineAfter(end: ChainEnd, { id, kind, at, body }: LedgerContent): LedgerLine {
  const seq = end.seq + 1;
  const content = { seq, prev: end.hash.toString('base64url'), id, kind, at, body: JSON.parse(body) };
  const hash = hashOf(content);
  const text = JSON.stringify({ ...content, hash: hash.toString('base64url') });
  return { seq, hash, prev: end.hash, id, kind, at, body, text };
}

/** Reads a line; null when it is none, or when it was changed. */
export function readLine(text: string): LedgerLine | null {
  const parsed = stored.safeParse(parse(text));
  if (!parsed.success) return null;
  const { hash, ...content } = parsed.data;
  const expected = hashOf(content);
  if (expected.toString('base64url') !== hash) return null;
  const { seq, id, kind, at, body } = content;
  const prev = Buffer.from(content.prev, 'base64url');
  return { seq, id, kind, at, prev, hash: expected, body: JSON.stringify(body), text };
}

const hashOf = (content: object): Buffer => createHash('sha256').update(JSON.stringify(content)).digest();

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

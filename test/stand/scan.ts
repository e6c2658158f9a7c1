import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A needle in one of its written forms, and the file that it was found in. */
export interface Hit {
  readonly what: string;
  readonly form: string;
  readonly file: string;
}

/**
 * Looks for texts in every file below a folder, as they are and as UTF-16, hex, base64 and, for digits, as a 64-bit
 * integer. `except` names folders that are not looked into.
 */
export function scan(
  folder: string,
  needles: Readonly<Record<string, string>>,
  except: readonly string[] = [],
): Hit[] {
  const patterns = Object.entries(needles).flatMap(([what, text]) =>
    Object.entries(formsOf(text)).map(([form, bytes]) => ({ what, form, bytes })),
  );
  const byStart = new Map<number, typeof patterns>();
  for (const pattern of patterns) {
    const start = pattern.bytes.readUInt16LE(0);
    byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
  }
  const hits = new Map<string, Hit>();
  for (const file of filesBelow(folder, except)) {
    for (const { what, form } of find(contentOf(file), byStart)) {
      const hit = { what, form, file: relative(folder, file) };
      hits.set(JSON.stringify(hit), hit);
    }
  }
  return [...hits.values()];
}

/** A file's bytes; none when the database took it away since the folder was listed. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    // By shape, not by class: an error of the system comes from another realm than the spec.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') {
      return Buffer.alloc(0);
    }
    throw error;
  }
}

/** How a text can stand in a file. */
export function formsOf(text: string): Record<string, Buffer> {
  const utf8 = Buffer.from(text);
  const hex = utf8.toString('hex');
  const utf16 = Buffer.from(text, 'utf16le');
  return {
    text: utf8,
    'text in capitals': Buffer.from(text.toUpperCase()),
    'utf-16-le': utf16,
    'utf-16-be': Buffer.from(utf16).swap16(),
    hex: Buffer.from(hex),
    'hex in capitals': Buffer.from(hex.toUpperCase()),
    ...Object.fromEntries([0, 1, 2].flatMap((shift) => base64Forms(utf8, shift))),
    ...(/^\d{10,19}$/.test(text) ? integerForms(BigInt(text)) : {}),
  };
}

/** Base64 of the text at one of the three places it can have in a longer text: without the characters it shares. */
function base64Forms(utf8: Buffer, shift: number): [string, Buffer][] {
  const bits = utf8.length * 8;
  const first = Math.ceil((shift * 8) / 6);
  const last = Math.floor((shift * 8 + bits) / 6);
  const padded = Buffer.concat([Buffer.alloc(shift), utf8]);
  return (['base64', 'base64url'] as const).map((encoding) => [
    `${encoding} at ${shift}`,
    Buffer.from(padded.toString(encoding).slice(first, last)),
  ]);
}

function integerForms(value: bigint): Record<string, Buffer> {
  const little = Buffer.alloc(8);
  little.writeBigInt64LE(value);
  return { 'integer, low byte first': little, 'integer, high byte first': Buffer.from(little).swap64() };
}

function find<P extends { readonly bytes: Buffer }>(content: Buffer, byStart: ReadonlyMap<number, P[]>): P[] {
  const starts = new Uint8Array(65_536);
  for (const start of byStart.keys()) starts[start] = 1;
  const found = new Set<P>();
  for (let at = 0; at + 1 < content.length; at += 1) {
    const start = (content[at] ?? 0) | ((content[at + 1] ?? 0) << 8);
    if (starts[start] === 0) continue;
    for (const pattern of byStart.get(start) ?? []) {
      const end = at + pattern.bytes.length;
      if (content.compare(pattern.bytes, 0, pattern.bytes.length, at, Math.min(end, content.length)) === 0)
        found.add(pattern);
    }
  }
  return [...found];
}

function filesBelow(folder: string, except: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (except.includes(path)) return [];
    if (entry.isDirectory()) return filesBelow(path, except);
    return entry.isFile() ? [path] : [];
  });
}

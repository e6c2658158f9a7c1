import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { errorCode } from '../error-code';
import { BackupError } from './backup-error';

/**
 * The format: gzip of lines in UTF-8. A row is a line of JSON. A line that begins with # is about what follows or went
 * before: the header (first), a table, how many rows it had, and at last the SHA-256 of every line before, so that a
 * file that was cut off or changed is recognised.
 */
const FORMAT = 'sociogenie-backup';
const VERSION = 1;

const headerLine = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  part: z.enum(['data', 'keys']),
  madeAt: z.iso.datetime().transform((text) => new Date(text)),
  software: z.string(),
  /** The names of the migrations that made its tables. */
  migrations: z.array(z.string()),
  /** Keys only: the key that its data keys are wrapped by, itself wrapped by a master key. */
  carrier: z.string().optional(),
});
const tableLine = z.object({
  table: z.object({ schema: z.string(), name: z.string() }),
  columns: z.array(z.string()),
});
const rowsLine = z.object({ rows: z.int() });
const endLine = z.object({ sha256: z.string() });

export type BackupHeader = Omit<z.infer<typeof headerLine>, 'format' | 'version'>;
export type TableLine = z.infer<typeof tableLine>;

/** What stands in a file, in its order. A row is JSON text, as PostgreSQL wrote it. */
export type BackupLine =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | ({ readonly kind: 'table' } & TableLine)
  | { readonly kind: 'row'; readonly row: string }
  | { readonly kind: 'rows'; readonly rows: number };

/** Writes a whole file, for its owner alone, and flushes it. What a failure leaves is the caller's to remove. */
export async function writeBackupFile(path: string, lines: AsyncIterable<BackupLine>): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(withDigest(lines)), createGzip(), file);
}

/**
 * Reads a file line by line to its end.
 *
 * @throws BackupError when it is none, is damaged or was cut off, or is of a later format: at the latest with its end.
 */
export async function* readBackupFile(path: string): AsyncGenerator<BackupLine> {
  const digest = createHash('sha256');
  let ended = false;
  let first = true;
  try {
    for await (const line of textLines(path)) {
      if (ended) throw damaged(path);
      const end = endLine.safeParse(metaOf(line));
      if (end.success) {
        if (first || digest.digest('hex') !== end.data.sha256) throw damaged(path);
        ended = true;
        continue;
      }
      digest.update(line).update('\n');
      yield parseLine(path, line, first);
      first = false;
    }
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const code = errorCode(error) ?? '';
    if (code.startsWith('Z_')) throw damaged(path);
    if (code.startsWith('E')) throw new BackupError(`${path} cannot be read (${code}).`);
    throw error;
  }
  if (!ended) throw damaged(path);
}

/**
 * Reads a whole file to see that it is unharmed, and answers its header.
 *
 * @throws BackupError when it is not.
 */
export async function checkBackupFile(path: string): Promise<BackupHeader> {
  let header: BackupHeader | null = null;
  for await (const line of readBackupFile(path)) if (line.kind === 'header') header = line.header;
  if (header === null) throw damaged(path);
  return header;
}

const damaged = (path: string): BackupError =>
  new BackupError(
    `${path} is damaged or was cut off: its end does not match what it holds. Take another one.`,
  );

async function* withDigest(lines: AsyncIterable<BackupLine>): AsyncGenerator<string> {
  const digest = createHash('sha256');
  for await (const line of lines) {
    const text = `${textOf(line)}\n`;
    digest.update(text);
    yield text;
  }
  yield `#${JSON.stringify({ sha256: digest.digest('hex') })}\n`;
}

function textOf(line: BackupLine): string {
  // Whitespace between the parts of a JSON document may be a line break; inside of its texts it never is.
  if (line.kind === 'row') return line.row.replaceAll(/[\r\n]/g, ' ');
  const { kind: _, ...rest } = line;
  if ('header' in rest) return `#${JSON.stringify({ format: FORMAT, version: VERSION, ...rest.header })}`;
  return `#${JSON.stringify(rest)}`;
}

function parseLine(path: string, line: string, first: boolean): BackupLine {
  if (first) return { kind: 'header', header: parseHeader(path, line) };
  if (line.startsWith('{')) return { kind: 'row', row: line };
  const meta = metaOf(line);
  const table = tableLine.safeParse(meta);
  if (table.success) return { kind: 'table', ...table.data };
  const rows = rowsLine.safeParse(meta);
  if (rows.success) return { kind: 'rows', rows: rows.data.rows };
  throw damaged(path);
}

function parseHeader(path: string, line: string): BackupHeader {
  const parsed = headerLine.safeParse(metaOf(line));
  if (!parsed.success) throw damaged(path);
  const { format: _, version, ...header } = parsed.data;
  if (version > VERSION) {
    throw new BackupError(
      `${path} has a format of a later version (${header.software}): restore it with that.`,
    );
  }
  return header;
}

function metaOf(line: string): unknown {
  if (!line.startsWith('#')) return null;
  try {
    return JSON.parse(line.slice(1));
  } catch {
    return null;
  }
}

async function* textLines(path: string): AsyncGenerator<string> {
  const source = createReadStream(path);
  const text = createGunzip();
  source.on('error', (error) => text.destroy(error));
  source.pipe(text);
  text.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of text) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    source.destroy();
  }
  if (rest !== '') yield rest;
}

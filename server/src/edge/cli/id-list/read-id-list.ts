import { isInstagramId } from '../commands/instagram-id';
import { fieldsOf } from './fields';

/** A line of the file that holds, or should hold, an id. */
export interface IdLine {
  /** In the file, from 1. */
  readonly line: number;
  /** Null when there is none that could be one. */
  readonly id: string | null;
  /** The earlier line with the same id; null when this is the first. */
  readonly sameAs: number | null;
}

export type IdList =
  | { readonly kind: 'read'; readonly lines: readonly IdLine[]; readonly blank: number }
  | { readonly kind: 'refused'; readonly why: string };

const COLUMNS = ['user_id', 'id'];
const SEPARATORS = [',', ';', '\t'];
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the ids of a list: one a line, or a CSV whose header names the column `user_id` or `id`. Byte order mark, CRLF,
 * quotes, blank lines and duplicates are tolerated. An id stays the text that it is. A file whose shape leaves a doubt
 * which column is meant is refused as a whole; a line that holds no id is told as one.
 */
export function readIdList(bytes: Uint8Array): IdList {
  const text = decode(bytes);
  if (text === null) return { kind: 'refused', why: 'It is not UTF-8 text.' };
  const all = text.split(/\r\n|\n|\r/).map((content, index) => ({ content, line: index + 1 }));
  const filled = all.filter(({ content }) => content.trim() !== '');
  const first = filled[0]?.content ?? '';
  const separator = SEPARATORS.find((candidate) => first.includes(candidate)) ?? ',';
  const column = columnOf(fieldsOf(first, separator));
  if (typeof column === 'string') return { kind: 'refused', why: column };
  const rows = column.header ? filled.slice(1) : filled;
  if (rows.length === 0) return { kind: 'refused', why: 'It holds no line with an id.' };

  const firstLines = new Map<string, number>();
  const lines = rows.map(({ content, line }): IdLine => {
    const fields = fieldsOf(content, separator);
    const wellFormed = fields !== null && fields.length === column.width;
    const value = wellFormed ? (fields[column.index] ?? '') : '';
    if (!isInstagramId(value)) return { line, id: null, sameAs: null };
    const sameAs = firstLines.get(value) ?? null;
    if (sameAs === null) firstLines.set(value, line);
    return { line, id: value, sameAs };
  });
  // What follows the last line break is no line.
  const ended = all.at(-1)?.content === '' ? 1 : 0;
  return { kind: 'read', lines, blank: all.length - ended - filled.length };
}

interface Column {
  readonly index: number;
  readonly width: number;
  readonly header: boolean;
}

/** Where the ids stand, or a sentence about why that is not known. */
function columnOf(first: readonly string[] | null): Column | string {
  if (first === null) return 'Its first line is no CSV.';
  const width = first.length;
  const names = first.map((field) => field.toLowerCase());
  for (const name of COLUMNS) {
    const index = names.indexOf(name);
    if (index === -1) continue;
    if (names.indexOf(name, index + 1) !== -1) return `Two columns are called ${name}.`;
    return { index, width, header: true };
  }
  if (width > 1) return 'It has several columns, and its first line names none of them user_id or id.';
  const looksLikeName = /^\p{L}/u.test(first[0] ?? '');
  if (looksLikeName) return 'Its first line is neither an id nor the name user_id or id.';
  return { index: 0, width, header: false };
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = UTF8.decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

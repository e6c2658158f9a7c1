/** A JSON value whose numbers stay as they were written. */
export type Value =
  | { kind: 'object'; entries: ReadonlyMap<string, Value> }
  | { kind: 'text' | 'number'; text: string }
  | { kind: 'list' | 'word' };

/** Reads JSON (RFC 8259) by hand; null when it is not valid, names a key twice, or nests deeper than `maxDepth`. */
export function parseStrictly(text: string, maxDepth: number): Value | null {
  const reader = new Reader(text, maxDepth);
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof NotStrict) return null;
    throw error;
  }
}

class NotStrict extends Error {}

const ESCAPED: Readonly<Record<string, string>> = {
  ...{ '"': '"', '\\': '\\', '/': '/' },
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' },
};

class Reader {
  private at = 0;
  private readonly text: string;
  private readonly maxDepth: number;

  constructor(text: string, maxDepth: number) {
    this.text = text;
    this.maxDepth = maxDepth;
  }

  whole(): Value {
    const value = this.value(1);
    this.space();
    if (this.at !== this.text.length) throw new NotStrict();
    return value;
  }

  private value(depth: number): Value {
    this.space();
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.list(depth);
      case '"':
        return { kind: 'text', text: this.string() };
      default:
        return this.word();
    }
  }

  private object(depth: number): Value {
    this.enter(depth, '{');
    const entries = new Map<string, Value>();
    this.items('}', () => {
      this.space();
      const key = this.string();
      if (entries.has(key)) throw new NotStrict();
      this.space();
      this.take(':');
      entries.set(key, this.value(depth + 1));
    });
    return { kind: 'object', entries };
  }

  private list(depth: number): Value {
    this.enter(depth, '[');
    this.items(']', () => void this.value(depth + 1));
    return { kind: 'list' };
  }

  private enter(depth: number, bracket: string): void {
    if (depth > this.maxDepth) throw new NotStrict();
    this.take(bracket);
  }

  private items(end: string, one: () => void): void {
    this.space();
    if (this.text[this.at] !== end) {
      one();
      this.space();
      while (this.text[this.at] !== end) {
        this.take(',');
        one();
        this.space();
      }
    }
    this.take(end);
  }

  private string(): string {
    this.take('"');
    let read = '';
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined || character < ' ') throw new NotStrict();
      this.at += 1;
      if (character === '"') return read;
      read += character === '\\' ? this.escape() : character;
    }
  }

  private escape(): string {
    const letter = this.text[this.at] ?? '';
    this.at += 1;
    if (letter !== 'u') {
      const character = ESCAPED[letter];
      if (character === undefined) throw new NotStrict();
      return character;
    }
    const hex = this.text.slice(this.at, this.at + 4);
    if (!/^[0-9A-Fa-f]{4}$/.test(hex)) throw new NotStrict();
    this.at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  private word(): Value {
    const [word = ''] = /^[-+.0-9A-Za-z]*/.exec(this.text.slice(this.at)) ?? [];
    this.at += word.length;
    if (['true', 'false', 'null'].includes(word)) return { kind: 'word' };
    if (!/^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$/.test(word)) throw new NotStrict();
    return { kind: 'number', text: word };
  }

  private take(character: string): void {
    if (this.text[this.at] !== character) throw new NotStrict();
    this.at += 1;
  }

  private space(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at += 1;
  }
}

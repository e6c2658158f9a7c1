import { inspect } from 'node:util';

/**
 * A value that must not be printed: an access token, a key, a password. It survives string templates, JSON, logs and
 * inspection as `[secret]`; only `reveal()` gives the text.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The text itself. Call it where the text leaves for its one purpose, and keep it nowhere. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}

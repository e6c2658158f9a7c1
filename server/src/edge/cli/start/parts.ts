/** Something that runs until it is stopped. */
export interface Part {
  readonly name: string;
  /** Resolves when it has ended by itself or by `stop`, with how. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** The parts that run, in the order in which they were started. */
export class Parts {
  readonly #running: Part[] = [];

  add(part: Part): void {
    this.#running.push(part);
  }

  /** Resolves when the first part ends, with a sentence's worth: which one and how. */
  async firstEnd(): Promise<{ part: Part; how: string }> {
    return await Promise.race(this.#running.map(async (part) => ({ part, how: await part.ended })));
  }

  /** Stops all, the newest first, each before the one it stands on. One that fails to stop does not keep the others. */
  async stopAll(): Promise<void> {
    for (const part of this.#running.splice(0).reverse()) await part.stop().catch(() => {});
  }
}

import type { Log } from './log';

/** Work that goes on after its answer was sent. The process waits for it before it stops. */
export class Background {
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly log: Log) {}

  add(work: Promise<void>): void {
    const watched = work
      .catch((error: unknown) => this.log.error('background.failed', {}, error))
      .finally(() => this.running.delete(watched));
    this.running.add(watched);
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }
}

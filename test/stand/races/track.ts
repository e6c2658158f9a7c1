import { AsyncLocalStorage } from 'node:async_hooks';
import type { App } from '../../../server/src/app';

/** A place where a flow stops: before the first statement after its last stop that matches. */
export interface Stop {
  /** What the flow has done when it gets here. */
  readonly after: string;
  readonly before: RegExp;
}

const onTrack = new AsyncLocalStorage<Track>();

/** One run of a flow, which goes on only when it is told to. */
export class Track {
  /** Told when it stops, waits for PostgreSQL or ends. */
  onChange: () => void = () => {};
  private passed = 0;
  private goOn: (() => void) | null = null;
  private ended = false;
  private readonly backends = new Map<number, number>();

  constructor(private readonly stops: readonly Stop[]) {}

  /** Begins the flow, which stops at once: its first step is still to come. */
  begin<T>(flow: () => Promise<T>): Promise<T> {
    return onTrack.run(this, async () => {
      try {
        await this.stop();
        return await flow();
      } finally {
        this.ended = true;
        this.onChange();
      }
    });
  }

  get stopped(): boolean {
    return this.goOn !== null;
  }

  get done(): boolean {
    return this.ended;
  }

  /** What the flow has not done yet; of one that ended, where its outcome did not lead. */
  get ahead(): readonly string[] {
    return this.stops.slice(this.passed).map(({ after }) => after);
  }

  /** The database connections on which a statement of this flow is under way. */
  get waitingBackends(): readonly number[] {
    return [...this.backends.keys()];
  }

  /** One step: on to the next stop, or to the end. */
  step(): void {
    const { goOn } = this;
    this.goOn = null;
    goOn?.();
  }

  /** Lets a statement pass, after the stop that it may be. */
  async pass<T>(statement: string, backend: number, run: () => Promise<T>): Promise<T> {
    if (this.stops[this.passed]?.before.test(statement) === true) {
      this.passed += 1;
      await this.stop();
    }
    this.backends.set(backend, (this.backends.get(backend) ?? 0) + 1);
    try {
      return await run();
    } finally {
      const left = (this.backends.get(backend) ?? 1) - 1;
      if (left === 0) this.backends.delete(backend);
      else this.backends.set(backend, left);
    }
  }

  private stop(): Promise<void> {
    return new Promise((resolve) => {
      this.goOn = resolve;
      this.onChange();
    });
  }
}

interface PoolClient {
  readonly processID: number;
  query(first: unknown, ...more: unknown[]): Promise<unknown>;
}

/**
 * From now on a statement that a track's flow sends through this data source passes that track first. PostgreSQL breaks
 * a circle of waiting at once there, because no other transaction would end it.
 */
export function watchStatements(dataSource: App['dataSource']): void {
  const seen = new WeakSet<PoolClient>();
  // biome-ignore lint/suspicious/noExplicitAny: TypeORM gives its pool no type.
  const pool: any = 'master' in dataSource.driver ? dataSource.driver.master : null;
  pool.on('acquire', (client: PoolClient) => {
    if (seen.has(client)) return;
    seen.add(client);
    const send = client.query.bind(client);
    void send("set deadlock_timeout = '50ms'");
    client.query = (first, ...more) => {
      const track = onTrack.getStore();
      const run = () => send(first, ...more);
      return track === undefined ? run() : track.pass(textOf(first), client.processID, run);
    };
  });
}

const textOf = (query: unknown): string =>
  typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : String(query);

import { freePort } from '../../../platform/database/embedded';
import { withConfiguredKeys } from '../../../platform/vault';
import { banner } from './banner';
import type { Child } from './child';
import { tryToMakeDemoAccount } from './demo-account';
import { forPeople } from './for-people';
import { startInfrastructure } from './infrastructure';
import type { Part } from './parts';
import { planStart, type StartPlan } from './plan';
import { type Embedded, startServer, untilServerIsReady } from './start-server';
import { stopRequests } from './stop-requests';

const SERVER_GRACE_MS = 5_000;

/** What the development script brings along: compilers and bundlers that are no part of the product. */
export interface DevTools {
  /** Compiles on every change and calls back after each time without errors. */
  watchServer(compiled: () => void): Part;
  /** Serves the client from its sources on `host:port`, and passes everything else to the server at `serverUrl`. */
  serveClient(options: { host: string; port: number; serverUrl: string }): Promise<Part>;
}

/**
 * The `dev` command: PostgreSQL and the sandbox as in `start`, the client served from its sources on `PORT`, the server on
 * another port and started again after each change.
 */
export async function runDev(root: string, tools: DevTools): Promise<number> {
  const stopping = stopRequests();
  return await forPeople(async () => {
    const plan = withConfiguredKeys(process.env, root, () => planStart(process.env, root));
    const { parts, ...embedded } = await startInfrastructure(plan);
    try {
      const { host, port } = plan.config;
      // The browser only ever sees PORT; the server keeps PUBLIC_URL and listens elsewhere.
      const behind: StartPlan = { ...plan, config: { ...plan.config, port: await freePort() } };
      const server = new RestartedServer(behind, embedded);
      parts.add({ name: 'server', ended: new Promise(() => {}), stop: () => server.stop() });
      const serverUrl = `http://127.0.0.1:${behind.config.port}`;
      parts.add(await tools.serveClient({ host, port, serverUrl }));

      const firstStart = Promise.withResolvers<void>();
      parts.add(tools.watchServer(() => void server.restart().then(firstStart.resolve)));
      const stopped = new Promise<void>((resolve) => stopping.addEventListener('abort', () => resolve()));
      await Promise.race([firstStart.promise, stopped]);
      const demo =
        !stopping.aborted && plan.sandboxPort !== null ? await tryToMakeDemoAccount(behind) : 'gone';
      if (!stopping.aborted) console.log(banner(plan, demo));
      await Promise.race([stopped, parts.firstEnd()]);
      return stopping.aborted ? 0 : 1;
    } finally {
      await parts.stopAll();
    }
  });
}

/** One server at a time; asked again while it is starting, it starts once more afterwards. */
class RestartedServer {
  #child: Child | null = null;
  #queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly plan: StartPlan,
    private readonly embedded: Embedded,
  ) {}

  restart(): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      await this.#child?.stop(SERVER_GRACE_MS);
      const began = performance.now();
      this.#child = startServer(this.plan, this.embedded, { PORT: String(this.plan.config.port) });
      await untilServerIsReady(this.plan, this.#child, new AbortController().signal).then(
        () => console.log(`Server ready after ${Math.round(performance.now() - began)} ms.`),
        (error: Error) => console.error(error.message),
      );
    });
    return this.#queue;
  }

  async stop(): Promise<void> {
    await this.#child?.stop(SERVER_GRACE_MS);
  }
}

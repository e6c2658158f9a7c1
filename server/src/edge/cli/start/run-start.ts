import { withConfiguredKeys } from '../../../platform/vault';
import { banner } from './banner';
import { tryToMakeDemoAccount } from './demo-account';
import { forPeople } from './for-people';
import { type Infrastructure, startInfrastructure } from './infrastructure';
import { planStart, type StartPlan } from './plan';
import { startServer, untilServerIsReady } from './start-server';
import { stopRequests } from './stop-requests';

const SERVER_GRACE_MS = 10_000;

/**
 * The `start` command: runs PostgreSQL, the Meta sandbox and the server as the environment asks, until it is told to stop
 * or one of them ends. Resolves with the exit code when everything is down again.
 */
export async function runStart(root: string): Promise<number> {
  const stopping = stopRequests();
  return await forPeople(async () => {
    const plan = withConfiguredKeys(process.env, root, () => planStart(process.env, root));
    const infrastructure = await startInfrastructure(plan);
    try {
      return await serve(plan, infrastructure, stopping);
    } finally {
      await infrastructure.parts.stopAll();
    }
  });
}

async function serve(
  plan: StartPlan,
  { parts, ...embedded }: Infrastructure,
  stopping: AbortSignal,
): Promise<number> {
  if (stopping.aborted) return 0;
  const server = startServer(plan, embedded);
  parts.add({ name: server.name, ended: server.ended, stop: () => server.stop(SERVER_GRACE_MS) });

  const stopped = new Promise<null>((resolve) => stopping.addEventListener('abort', () => resolve(null)));
  await untilServerIsReady(plan, server, stopping);
  const demo =
    !stopping.aborted && plan.sandboxPort !== null
      ? await Promise.race([tryToMakeDemoAccount(plan), stopped])
      : null;
  if (stopping.aborted) return 0;
  console.log(banner(plan, demo ?? 'gone'));

  const end = await Promise.race([parts.firstEnd(), stopped]);
  if (end === null) {
    console.log('\nStopping.');
    return 0;
  }
  const words = end.part.name === server.name ? `\n${server.lastWords()}` : '';
  console.error(`\nThe ${end.part.name} ended unexpectedly ${end.how}. Stopping the rest.${words}\n`);
  return 1;
}

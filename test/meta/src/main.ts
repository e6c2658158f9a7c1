import { readEnvironment } from './environment.ts';
import { startSandbox } from './index.ts';

/** The sandbox as a process: one JSON line on standard output when it listens, exit 1 with the reasons when it cannot. */
async function main(): Promise<void> {
  const sandbox = await startSandbox(readEnvironment(process.env));
  const stop = (): void => {
    void sandbox.close().finally(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (process.env.SANDBOX_EXIT_WITH_PARENT === '1') {
    process.stdin.resume();
    process.stdin.once('end', stop);
    process.stdin.once('close', stop);
    process.stdin.once('error', stop);
  }
  process.stdout.write(`${JSON.stringify({ event: 'ready', url: sandbox.url })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

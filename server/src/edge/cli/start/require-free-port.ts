import { createServer } from 'node:net';
import { StartError } from './start-error';

/**
 * Resolves when `host:port` can be listened on.
 *
 * @throws StartError that names the variable to change.
 */
export async function requireFreePort(variable: string, host: string, port: number): Promise<void> {
  try {
    await listenOnce(host, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const reason =
      code === 'EADDRINUSE'
        ? `port ${port} of ${host} is in use by another program`
        : `${host}:${port} cannot be listened on (${error instanceof Error ? error.message : String(error)})`;
    throw new StartError(`${variable}: ${reason}. Stop that program, or set ${variable} to another port.`, {
      cause: error,
    });
  }
}

function listenOnce(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}

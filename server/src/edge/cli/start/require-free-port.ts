import { createServer } from 'node:net';
import { errorCode } from '../../../platform/error-code';
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
    const reason =
      errorCode(error) === 'EADDRINUSE'
        ? `port ${port} of ${host} is in use by another program`
        : `${host}:${port} cannot be listened on (${errorCode(error) ?? String(error)})`;
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

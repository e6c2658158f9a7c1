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
    throw new StartError(reasonOf(errorCode(error) ?? String(error), variable, host, port), { cause: error });
  }
}

function reasonOf(code: string, variable: string, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `${variable}: port ${port} of ${host} is in use by another program. Stop that program, or set ${variable} to another port.`;
  }
  if (['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL'].includes(code)) {
    return `HOST: ${host} is not an address of this machine (${code}).`;
  }
  return `${variable}: ${host}:${port} cannot be listened on (${code}). Set ${variable} to another port.`;
}

function listenOnce(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}

import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/**
 * The port that PostgreSQL used last time, or another free one when it is taken (or there was no last time). The choice
 * is remembered in `file`.
 */
export async function choosePort(file: string): Promise<number> {
  const last = Number(await readFile(file, 'utf8').catch(() => ''));
  const usable = Number.isInteger(last) && last > 0 && last < 65536 && (await isFree(last));
  const port = usable ? last : await freePort();
  await writeFile(file, `${port}\n`);
  return port;
}

async function isFree(port: number): Promise<boolean> {
  return await listenOnce(port).then(
    () => true,
    () => false,
  );
}

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return await listenOnce(0);
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

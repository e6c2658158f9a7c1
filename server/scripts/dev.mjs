// Watches both sides: the server is compiled and started again after a change, the client is served from its sources.
import './lib/require-node.mjs';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from './lib/build.mjs';
import { failing } from './lib/failing.mjs';
import { clientDir, root, script, serverDir } from './lib/places.mjs';

// What the server answers itself; every other path is the client's.
const SERVER_PATHS = [
  '/graphql',
  '/meta',
  '/deletion-status',
  '/data-deletion',
  '/privacy',
  '/pages',
  '/.well-known',
  '/healthz',
  '/readyz',
  '/metrics',
];

function watchServer(compiled) {
  const tsc = script(root, 'typescript', 'bin/tsc');
  const args = ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];
  const child = spawn(process.execPath, [tsc, ...args], {
    cwd: serverDir,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    if (String(chunk).includes('Found 0 errors')) compiled();
  });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(`with exit code ${code}`)));
  return { name: 'compiler', ended, stop: async () => void child.kill() };
}

async function serveClient({ host, port, serverUrl }) {
  const vite = await import(pathToFileURL(script(clientDir, 'vite', 'dist/node/index.js')).href);
  const proxy = Object.fromEntries(
    SERVER_PATHS.map((path) => [path, { target: serverUrl, changeOrigin: false }]),
  );
  const server = await vite.createServer({
    root: clientDir,
    configFile: join(clientDir, 'vite.config.ts'),
    server: { host, port, strictPort: true, proxy },
  });
  await server.listen();
  return { name: 'client', ended: new Promise(() => {}), stop: () => server.close() };
}

await failing(buildServer);
const { runDev } = createRequire(import.meta.url)('../dist/edge/cli/start/run-dev.js');
process.exit(await runDev(root, { watchServer, serveClient }));

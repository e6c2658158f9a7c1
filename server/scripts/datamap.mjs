// Writes server/docs/data-map.md and data-map.json from what stands beside each column.
import './lib/require-node.mjs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildServer } from './lib/build.mjs';
import { failing } from './lib/failing.mjs';
import { serverDir } from './lib/places.mjs';

await failing(async () => {
  await buildServer();
  const writer = join(serverDir, 'dist', 'edge', 'cli', 'write-data-map.js');
  execFileSync(process.execPath, [writer], { cwd: serverDir, stdio: 'inherit' });
});

import './lib/require-node.mjs';
import { join } from 'node:path';
import { buildServer } from './lib/build.mjs';
import { failing } from './lib/failing.mjs';
import { root, serverDir } from './lib/places.mjs';
import { exitCode } from './lib/run.mjs';

await failing(buildServer);
const script = join(serverDir, 'dist', 'edge', 'cli', 'sociogenie.js');
const nodeArgs = ['--enable-source-maps'];
process.exit(await exitCode(script, process.argv.slice(2), { cwd: root, nodeArgs }));

import './lib/require-node.mjs';
import { createRequire } from 'node:module';
import { buildAll } from './lib/build.mjs';
import { failing } from './lib/failing.mjs';
import { root } from './lib/places.mjs';

await failing(buildAll);
const { runStart } = createRequire(import.meta.url)('../dist/edge/cli/start/run-start.js');
process.exit(await runStart(root));

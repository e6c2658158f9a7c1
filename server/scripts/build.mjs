import './lib/require-node.mjs';
import { buildAll } from './lib/build.mjs';
import { failing } from './lib/failing.mjs';

await failing(buildAll);

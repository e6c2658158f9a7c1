// The bench command: builds the server, then runs the named bench, or every one. Never part of the test run.
import '../server/scripts/lib/require-node.mjs';
import { join } from 'node:path';
import { buildServer } from '../server/scripts/lib/build.mjs';
import { failing } from '../server/scripts/lib/failing.mjs';
import { root } from '../server/scripts/lib/places.mjs';
import { exitCode } from '../server/scripts/lib/run.mjs';

await failing(buildServer);
const args = process.argv.slice(2);
process.exit(await exitCode(join(root, 'test', 'bench', 'main.ts'), args, { cwd: root }));

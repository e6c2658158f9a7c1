// The test command: builds, then runs every Jest project. Arguments go to Jest: `pnpm test specs/deletion`. With --full
// (`pnpm test:full`) the large suites run whole, and not the fixed sample of each: they ask for FULL=1.
import '../server/scripts/lib/require-node.mjs';
import { buildAll } from '../server/scripts/lib/build.mjs';
import { failing } from '../server/scripts/lib/failing.mjs';
import { closingLine, runJest } from './jest.mjs';

await failing(buildAll);
const args = process.argv.slice(2).filter((arg) => arg !== '--full');
if (process.argv.includes('--full')) process.env.FULL = '1';
const { exitCode, passed, failed, skipped } = await runJest(args);
console.log(closingLine({ passed, failed, skipped }));
process.exit(exitCode);

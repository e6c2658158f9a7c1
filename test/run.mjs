// The test command: builds, then runs every Jest project. Arguments go to Jest: `pnpm test specs/deletion`.
import '../server/scripts/lib/require-node.mjs';
import { buildAll } from '../server/scripts/lib/build.mjs';
import { failing } from '../server/scripts/lib/failing.mjs';
import { closingLine, runJest } from './jest.mjs';

await failing(buildAll);
const { exitCode, passed, failed, skipped } = await runJest(process.argv.slice(2));
console.log(closingLine({ passed, failed, skipped }));
process.exit(exitCode);

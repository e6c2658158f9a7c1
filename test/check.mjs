// The quick check: formatter and linter, types, generated files, and the tests that need no database. Under a minute.
// With --static it leaves the tests out.
import '../server/scripts/lib/require-node.mjs';
import { clientDir, root, script } from '../server/scripts/lib/places.mjs';
import { exitCode } from '../server/scripts/lib/run.mjs';
import { closingLine, runJest } from './jest.mjs';

const tsc = script(root, 'typescript', 'bin/tsc');
const types = (folder) => () => exitCode(tsc, ['-p', folder], { cwd: root });

const steps = [
  {
    name: 'format and lint',
    run: () =>
      exitCode(script(root, '@biomejs/biome', 'bin/biome'), ['check', '--error-on-warnings'], { cwd: root }),
  },
  { name: 'types of server', run: types('server') },
  { name: 'types of client', run: types('client') },
  { name: 'types of the sandbox', run: types('test/meta') },
  { name: 'types of the tests', run: types('test') },
  {
    name: "the client's generated types",
    run: () =>
      exitCode(
        script(clientDir, '@graphql-codegen/cli', 'cjs/bin.js'),
        ['--config', 'codegen.ts', '--check'],
        {
          cwd: clientDir,
        },
      ),
  },
];

const broken = [];
for (const { name, run } of steps) {
  console.log(`\n> ${name}`);
  if ((await run()) !== 0) broken.push(name);
}

const args = process.argv.slice(2);
if (!args.includes('--static')) {
  console.log('\n> unit, client and shape tests');
  const tests = await runJest(['--selectProjects', 'unit', 'client', 'shape', '--', ...args]);
  if (tests.exitCode !== 0) broken.push('tests');
  console.log(closingLine(tests));
}
console.log(broken.length === 0 ? 'All checks passed.' : `Not in order: ${broken.join(', ')}.`);
process.exit(broken.length === 0 ? 0 : 1);

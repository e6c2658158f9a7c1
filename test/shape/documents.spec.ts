import { expectNone } from './helpers/expect-none';
import { filesUnder, isSource, isTest, pathsUnder, readFile } from './helpers/files';

const readme = readFile('README.md');
const pages = [...pathsUnder('server/docs').filter((path) => path.endsWith('.md')), 'README.md'];

it('names every variable that the server and its start command read', () => {
  const sources = ['server/src/platform/config/read-config.ts', 'server/src/edge/cli/start/plan.ts'].map(
    readFile,
  );
  const variables = sources.flatMap((text) => [
    ...text.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|PORT|HOST|ROLE)'/g),
  ]);
  // `start` alone sets this one, for its own child.
  const names = new Set(variables.map(([, name]) => name ?? '').filter((name) => name !== 'SANDBOX_URL'));
  expect(names.size).toBeGreaterThan(15);
  expectNone(
    [...names]
      .filter((name) => !readme.includes(`\`${name}\``))
      .map((name) => `${name} is read and not in the README: say what it is for.`),
  );
});

it('states the two commands with the pinned pnpm', () => {
  const pinned = /pnpm@([\d.]+)/.exec(readFile('.ci/run'))?.[1];
  expect(readme).toContain(`npx --yes pnpm@${pinned} start`);
  expect(readme).toContain(`npx --yes pnpm@${pinned} test`);
});

it('tells the operator about every log event, metric and job', () => {
  const sources = filesUnder('server/src', (path) => isSource(path) && !isTest(path)).map(({ text }) => text);
  const named = (pattern: RegExp) =>
    sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? ''));
  const events = named(/\blog\s*\.(?:info|warn|error)\(\s*'([\w.-]+)'/g);
  const metrics = named(/name: '(sociogenie_\w+)'/g);
  expect(events.length).toBeGreaterThan(15);
  expect(metrics.length).toBeGreaterThan(0);
  const jobs = named(/_TASK = '([\w-]+)'/g);
  expect(jobs.length).toBeGreaterThan(20);
  const operations = readFile('server/docs/operations.md');
  expectNone(
    [...events, ...metrics, ...jobs]
      .filter((name) => !operations.includes(`\`${name}`))
      .map((name) => `${name} is not in server/docs/operations.md: say what it means and what to do.`),
  );
});

it('links to what exists', () => {
  // Made by hand from the running product.
  const madeLater = new Set(['server/docs/screenshot.png']);
  const files = new Set([
    ...['server', 'client', 'test'].flatMap(pathsUnder),
    'README.md',
    'LICENSE',
    'docker-compose.yml',
    'schema.graphql',
  ]);
  const broken = pages.flatMap((page) =>
    [...readFile(page).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)]
      .map(([, target]) => target ?? '')
      .filter((target) => !/^(https?:|mailto:)/.test(target))
      .map((target) => new URL(target, `file:///${page}`).pathname.slice(1).replace(/\/$/, ''))
      .filter(
        (target) =>
          !files.has(target) &&
          !madeLater.has(target) &&
          ![...files].some((file) => file.startsWith(`${target}/`)),
      )
      .map((target) => `${page} links to ${target}, which is not there: mend the link.`),
  );
  expectNone(broken);
});

it('numbers the decisions without a gap, and keeps each short', () => {
  const decisions = pathsUnder('server/docs/decisions').map((path) => path.split('/').at(-1) ?? '');
  expect(decisions.map((name) => name.slice(0, 4))).toEqual(
    decisions.map((_, index) => String(index + 1).padStart(4, '0')),
  );
  const long = decisions.filter((name) => readFile(`server/docs/decisions/${name}`).split('\n').length > 30);
  expectNone(
    long.map((name) => `${name} is longer than a record: the situation, the choice, what it costs.`),
  );
});

import { expectNone } from './helpers/expect-none';
import { filesUnder, pathsUnder, type RepositoryFile, readFile } from './helpers/files';
import { findLines } from './helpers/find-lines';
import { longFiles, machinePaths, misnamed, skippedTests, unpinned } from './repository/findings';

const FOLDERS = ['server', 'client', 'test'];
const TOP_LEVEL = ['package.json', 'pnpm-workspace.yaml', 'docker-compose.yml', 'schema.graphql', '.ci/run'];

const isText = (path: string): boolean =>
  /\.([cm]?[jt]sx?|json|ya?ml|md|css|html|graphql|txt|svg)$|Dockerfile$/.test(path);
const all: RepositoryFile[] = [
  ...FOLDERS.flatMap((folder) => filesUnder(folder, isText)),
  ...[...TOP_LEVEL, 'README.md'].map((path) => ({ path, text: readFile(path) })),
];

it('reads the repository', () => {
  expect(all.length).toBeGreaterThan(300);
});

it('pins every version', () => {
  const manifests = ['package.json', 'server/package.json', 'client/package.json', 'test/package.json'];
  const texts = [...manifests, 'test/meta/package.json'].map((path) => ({ path, text: readFile(path) }));
  expectNone(texts.flatMap(unpinned));
});

it('names no registry in the lockfile', () => {
  const lockfile = { path: 'pnpm-lock.yaml', text: readFile('pnpm-lock.yaml') };
  const found = findLines([lockfile], /^.*(https?:\/\/|\btarball:|\bregistry\b).*$/m);
  expectNone(
    found.map((place) => `${place} - install with the default registry, so that no address is recorded.`),
  );
});

it('names no place on the machine that it was made on', () => {
  expectNone(all.flatMap(machinePaths));
});

it('runs every test', () => {
  expectNone(all.flatMap(skippedTests));
});

it('keeps files small', () => {
  expectNone(all.flatMap(longFiles));
});

it('names files in kebab-case', () => {
  expectNone(FOLDERS.flatMap(pathsUnder).flatMap(misnamed));
});

describe('the rules can fail', () => {
  const file = (text: string, path = 'planted.spec.ts'): RepositoryFile => ({ path, text });

  it.each([
    ['a caret', () => unpinned(file('{"dependencies":{"react":"^19.3.1"}}'))],
    ['a tag', () => unpinned(file('{"devDependencies":{"react":"latest"}}'))],
    ['a machine path', () => machinePaths(file(`const a = '${['', 'home', 'somebody', 'x'].join('/')}';`))],
    ['a skipped test', () => skippedTests(file(`it${'.skip'}('x', () => {})`))],
    ['a lone test', () => skippedTests(file(`describe${'.only'}('x', () => {})`))],
    ['a long file', () => longFiles(file('\n'.repeat(401)))],
    ['a capital', () => misnamed('server/src/features/Account.ts')],
  ])('%s is found', (_what, find) => {
    expect(find()).toHaveLength(1);
  });

  it.each([
    [
      'pinned',
      () => unpinned(file('{"dependencies":{"react":"19.3.1","x":"workspace:*","y":"2.0.0-rc.4"}}')),
    ],
    ['a path of the web', () => machinePaths(file("get('/accounts/home')"))],
    ['kebab-case', () => misnamed('server/src/features/account/sign-up.entity.ts')],
    ['a migration', () => misnamed('server/src/platform/database/migrations/1795400000000-first-tables.ts')],
  ])('%s is not', (_what, find) => {
    expect(find()).toEqual([]);
  });
});

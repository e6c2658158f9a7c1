import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
}

const compose: { services: Readonly<Record<'postgres' | 'server' | 'worker', Service>> } = parse(
  read('docker-compose.yml'),
  { merge: true },
);
const { postgres, server, worker } = compose.services;

/** The variables that the server and its start command read. */
const variables = ['server/src/platform/config/read-config.ts', 'server/src/edge/cli/start/plan.ts'].flatMap(
  (path) => [...read(path).matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)'/g)].map(([, name]) => name ?? ''),
);

/** `start` alone sets this one. */
const internal = new Set(['SANDBOX_URL']);

test('every variable that the code reads is named for server and worker', () => {
  expect(variables).toEqual(
    expect.arrayContaining(['PORT', 'DATABASE_URL', 'INSTAGRAM_APP_SECRET', 'SANDBOX_PORT']),
  );
  const wanted = variables.filter((name) => !internal.has(name));
  for (const { environment } of [server, worker]) {
    expect(wanted.filter((name) => !(name in environment))).toEqual([]);
  }
});

test('server and worker differ in their role only', () => {
  expect(server.environment).toEqual({ ...worker.environment, ROLE: 'server' });
  expect(worker.environment).toMatchObject({ ROLE: 'worker', NODE_ENV: 'production' });
  expect([server.image, server.build]).toEqual([worker.image, worker.build]);
});

test('no secret stands in the file: each comes from .env or a file, and must be given', () => {
  for (const name of ['INSTAGRAM_APP_SECRET', 'INSTAGRAM_APP_ID', 'PUBLIC_URL']) {
    expect(server.environment[name]).toMatch(new RegExp(`^\\$\\{${name}:\\?.+\\}$`));
  }
  expect(server.environment.DATABASE_URL).toMatch(/:\$\{POSTGRES_PASSWORD:\?[^}]+\}@postgres:/);
  expect(server.environment.MASTER_KEYS_FILE).toMatch(/^\/run\/secrets\//);
});

test('each waits for what it needs', () => {
  expect(postgres.healthcheck?.test).toContain('pg_isready');
  expect(server.depends_on?.postgres?.condition).toBe('service_healthy');
  expect(worker.depends_on?.server?.condition).toBe('service_healthy');
});

test("the database is the embedded one's major version", () => {
  const [, major] =
    /POSTGRES_MAJOR = (\d+)/.exec(read('server/src/platform/database/embedded/binaries.ts')) ?? [];
  expect(postgres.image).toMatch(new RegExp(`^postgres:${major}\\.`));
});

test('the image runs the pinned Node and pnpm, not as root, and says whether it is well', () => {
  const dockerfile = read('server/Dockerfile');
  const { optionalDependencies } = JSON.parse(read('package.json')) as {
    optionalDependencies: { node: string };
  };
  const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  expect(new Set(images)).toEqual(new Set([`node:${optionalDependencies.node}-bookworm-slim`]));
  const [, pinned] = /pnpm@([\d.]+)/.exec(read('.ci/run')) ?? [];
  expect(dockerfile).toContain(`pnpm@${pinned}`);
  expect(dockerfile.slice(dockerfile.lastIndexOf('FROM '))).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK [\s\S]*?\/healthz/m);
});

test('what the image is built from is not kept from it', () => {
  const ignored = read('.dockerignore').split('\n');
  for (const [, sources] of read('server/Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
    for (const source of (sources ?? '').split(' ')) expect(ignored).not.toContain(source);
  }
});

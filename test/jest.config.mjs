import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { resolve } = createRequire(import.meta.url);

// Decorators always name their types, so no metadata is emitted: what runs here is what tsc builds.
const transform = {
  '\\.[cm]?tsx?$': [
    resolve('@swc/jest'),
    {
      swcrc: false,
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: false,
          useDefineForClassFields: false,
          react: { runtime: 'automatic' },
        },
      },
      module: { type: 'commonjs' },
      sourceMaps: 'inline',
    },
  ],
};

const shared = {
  rootDir: root,
  transform,
  // Jest and the testing libraries belong to the test package, while unit tests lie beside what they test.
  modulePaths: [join(import.meta.dirname, 'node_modules')],
  restoreMocks: true,
};

const node = { ...shared, testEnvironment: 'node', setupFiles: [resolve('reflect-metadata')] };

// One PostgreSQL for all specs of a run; each spec clones a database of its own.
const withPostgres = {
  ...node,
  globalSetup: join(import.meta.dirname, 'stand/jest/start-postgres.ts'),
  globalTeardown: join(import.meta.dirname, 'stand/jest/stop-postgres.ts'),
};

const clientSetup = join(root, 'client/src/testing/setup.ts');

const projects = [
  {
    ...node,
    displayName: 'unit',
    roots: ['<rootDir>/server/src', '<rootDir>/test/meta/src'],
    testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  },
  {
    ...shared,
    displayName: 'client',
    roots: ['<rootDir>/client/src'],
    testMatch: ['**/*.test.ts', '**/*.test.tsx'],
    testEnvironment: resolve('jest-fixed-jsdom'),
    moduleNameMapper: { '\\.css$': resolve('identity-obj-proxy') },
    setupFilesAfterEnv: existsSync(clientSetup) ? [clientSetup] : [],
  },
  {
    ...withPostgres,
    displayName: 'specs',
    roots: ['<rootDir>/test/specs'],
    testMatch: ['**/*.spec.ts'],
  },
  {
    ...node,
    displayName: 'shape',
    roots: ['<rootDir>/test/shape'],
    testMatch: ['**/*.spec.ts'],
  },
  {
    ...withPostgres,
    displayName: 'browser',
    roots: ['<rootDir>/test/browser'],
    testMatch: ['**/*.spec.ts'],
  },
];

export default {
  rootDir: root,
  // Jest takes this from here alone, not from a project; what needs longer says so in its file.
  testTimeout: 30_000,
  // Specs wait for databases and processes more than they compute.
  maxWorkers: '100%',
  testSequencer: join(import.meta.dirname, 'stand/jest/longest-first.mjs'),
  projects: projects.filter(({ roots }) => roots.some(exists)).map(withoutMissingRoots),
};

function exists(folder) {
  return existsSync(folder.replace('<rootDir>', root));
}

function withoutMissingRoots(project) {
  return { ...project, roots: project.roots.filter(exists) };
}

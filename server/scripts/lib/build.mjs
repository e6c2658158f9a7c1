import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clientDir, root, script, serverDir } from './places.mjs';
import { run } from './run.mjs';
import { makeUnlessUnchanged } from './stamp.mjs';

const shared = [join(root, 'pnpm-lock.yaml'), join(root, '.tsconfig.base.json')];

/** Builds server and client side by side. What has not changed since its last build is left as it is. */
export async function buildAll() {
  const results = await Promise.allSettled([buildServer(), buildClient()]);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** Compiles the server to `server/dist`. Resolves with whether anything had to be done. */
export async function buildServer() {
  const dist = join(serverDir, 'dist');
  return await makeUnlessUnchanged({
    stampFile: join(serverDir, '.build-stamp'),
    inputs: [...shared, serverDir],
    output: dist,
    make: async () => {
      await compileServer();
      removeLeftovers(dist, join(serverDir, 'src'));
    },
  });
}

/** Generates the client's types from `schema.graphql` and bundles it to `client/dist`. */
export async function buildClient() {
  return await makeUnlessUnchanged({
    stampFile: join(clientDir, '.build-stamp'),
    inputs: [...shared, join(root, 'schema.graphql'), clientDir],
    output: join(clientDir, 'dist', 'index.html'),
    make: async () => {
      await generateClientTypes();
      const vite = script(clientDir, 'vite', 'bin/vite.js');
      await run(vite, ['build', '--logLevel', 'warn'], { cwd: clientDir, name: 'Building the client' });
    },
  });
}

/** Writes the types of the client's GraphQL documents to `client/src/gql`. */
export async function generateClientTypes() {
  const codegen = script(clientDir, '@graphql-codegen/cli', 'cjs/bin.js');
  const name = "Generating the client's GraphQL types";
  await run(codegen, ['--config', 'codegen.ts'], { cwd: clientDir, name, quiet: true });
}

async function compileServer() {
  const tsc = script(root, 'typescript', 'bin/tsc');
  await run(tsc, ['-p', 'tsconfig.build.json'], { cwd: serverDir, name: 'Compiling the server' });
}

/** The compiler leaves the output of sources that were removed; nothing must be able to load it. */
function removeLeftovers(dist, src) {
  for (const entry of readdirSync(dist, { withFileTypes: true })) {
    const compiled = join(dist, entry.name);
    if (entry.isDirectory()) {
      removeLeftovers(compiled, join(src, entry.name));
    } else if (/\.js(\.map)?$/.test(entry.name)) {
      const source = join(src, entry.name.replace(/\.js(\.map)?$/, ''));
      if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(compiled);
    }
  }
}

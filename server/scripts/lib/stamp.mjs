import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './places.mjs';

const IGNORED = new Set(['node_modules', 'dist', '.build-stamp']);

/**
 * Makes `output` from `inputs` (files or folders) by calling `make`, unless the last make saw the very same bytes.
 * Resolves with whether it was made.
 */
export async function makeUnlessUnchanged({ stampFile, inputs, output, make }) {
  const last = existsSync(output) && existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (last === digestOf(inputs)) return false;
  rmSync(stampFile, { force: true });
  await make();
  // Counted again: making may write generated sources among the inputs.
  writeFileSync(stampFile, digestOf(inputs));
  return true;
}

function digestOf(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap(filesOf)) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !IGNORED.has(name) && !/\.test\.tsx?$/.test(name))
    .map(({ name }) => join(path, name))
    .sort()
    .flatMap(filesOf);
}

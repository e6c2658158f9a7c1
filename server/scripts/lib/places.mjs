import { createRequire } from 'node:module';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..', '..');
export const serverDir = join(root, 'server');
export const clientDir = join(root, 'client');

/** The path of a program's script, found in the package that depends on it. */
export function script(packageDir, packageName, path) {
  const manifest = createRequire(join(packageDir, 'package.json')).resolve(`${packageName}/package.json`);
  return join(manifest, '..', path);
}

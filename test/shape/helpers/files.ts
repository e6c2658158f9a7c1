import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The repository's root folder. */
export const ROOT = join(__dirname, '..', '..', '..');

/** Folders that hold no source of ours: installed, built, kept by a running server or by Git. */
const NOT_OURS = new Set(['node_modules', 'dist', '.data', '.git', 'coverage']);

/** A file of the repository: its path from the root, with slashes on every system. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

/** Every file under a folder of the repository whose path passes, as text. */
export function filesUnder(folder: string, passes: (path: string) => boolean = () => true): RepositoryFile[] {
  return pathsUnder(folder)
    .filter(passes)
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** The path of every file under a folder of the repository, in a fixed order. */
export function pathsUnder(folder: string): string[] {
  const paths: string[] = [];
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    if (NOT_OURS.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) paths.push(...pathsUnder(path));
    else if (entry.isFile()) paths.push(relative('.', path).split(sep).join('/'));
  }
  return paths.sort();
}

/** One file of the repository. */
export const readFile = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Whether a path is TypeScript of ours; generated types are not. */
export const isSource = (path: string): boolean =>
  /\.[cm]?tsx?$/.test(path) && !path.startsWith('client/src/gql/');

/** Whether a path is a test or serves only tests. */
export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$|\/testing\//.test(path);

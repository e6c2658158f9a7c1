import type { RepositoryFile } from '../helpers/files';
import { findLines } from '../helpers/find-lines';

const MOST_LINES = 400;

/** Generated, or data. */
const MAY_BE_LONG = /^(pnpm-lock\.yaml|schema\.graphql|client\/src\/gql\/|server\/docs\/data-map)/;

/** Dependencies whose version is a range or a tag. */
export function unpinned({ path, text }: RepositoryFile): string[] {
  const manifest = JSON.parse(text) as Record<string, Record<string, string> | undefined>;
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {})
      .filter(([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|workspace:\*)$/.test(version))
      .map(([name, version]) => `${path}: ${name} is ${version}; write the exact version.`),
  );
}

/** Folders that exist on one machine only. */
export function machinePaths(file: RepositoryFile): string[] {
  return findLines([file], /(?<![\w.$})-])\/(root|work|Users\/\w+|home\/(?!node\b)\w+)\//).map(
    (place) => `${place} - say it from the repository's root, or ask the system for its temporary folder.`,
  );
}

export function skippedTests(file: RepositoryFile): string[] {
  if (!/\.(test|spec)\.tsx?$/.test(file.path)) return [];
  return findLines(
    [file],
    /\b(it|test|describe)\.(only|skip|todo|failing)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/,
  ).map((place) => `${place} - every test runs: mend it, or take it out and say why in the commit.`);
}

export function longFiles({ path, text }: RepositoryFile): string[] {
  const lines = text.split('\n').length;
  if (lines <= MOST_LINES || MAY_BE_LONG.test(path)) return [];
  return [`${path} has ${lines} lines: a file holds one idea; give the second idea a file of its own.`];
}

/** Names that tools or custom ask for. */
const NAMED_BY_OTHERS = /^(README|LICENSE|Dockerfile|[.].*)([.]md)?$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*([.][a-z0-9]+(-[a-z0-9]+)*)*$/;

export function misnamed(path: string): string[] {
  const name = path.split('/').at(-1) ?? '';
  if (NAMED_BY_OTHERS.test(name) || KEBAB.test(name)) return [];
  return [`${path}: file names are in kebab-case, named for what the file exports first.`];
}

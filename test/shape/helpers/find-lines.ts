import type { RepositoryFile } from './files';

/** Where a pattern occurs: `path:line: the matching text`, for each match in each file. */
export function findLines(files: readonly RepositoryFile[], pattern: RegExp): string[] {
  const everywhere = new RegExp(
    pattern.source,
    pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`,
  );
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(everywhere)].map((match) => {
      const line = text.slice(0, match.index).split('\n').length;
      return `${path}:${line}: ${match[0].trim().split('\n')[0]}`;
    }),
  );
}

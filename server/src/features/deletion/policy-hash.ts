import { createHash } from 'node:crypto';
import type { Eraser } from './eraser';

/**
 * Names the rules that a deletion followed: a digest of what each eraser answers for, in base64url. Equal rules give
 * an equal digest, in whatever order they are written.
 */
export function policyHash(erasers: readonly Pick<Eraser, 'category' | 'claims'>[]): string {
  const rules = erasers.flatMap(({ category, claims }) =>
    claims.map(({ table, columns }) =>
      JSON.stringify([category, table, columns === '*' ? '*' : [...columns].sort()]),
    ),
  );
  return createHash('sha256').update(rules.sort().join('\n')).digest('base64url');
}

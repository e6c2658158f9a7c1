import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountEraser, Claim, Eraser } from '../../../server/src/features/deletion';
import { ROOT } from '../helpers/files';

/** An eraser that a feature exports, by the name that `app.ts` has to hand over. */
export interface ExportedEraser {
  readonly feature: string;
  readonly name: string;
  /** Of a connection, or of an account. */
  readonly of: 'connection' | 'account';
  readonly eraser: Pick<Eraser, 'claims'>;
}

/** Every eraser at the features' front doors, whether or not somebody uses it. */
export function exportedErasers(): ExportedEraser[] {
  return readdirSync(join(ROOT, 'server/src/features')).flatMap((feature) => {
    const frontDoor = require(join(ROOT, 'server/src/features', feature, 'index.ts')) as Record<
      string,
      unknown
    >;
    return Object.entries(frontDoor)
      .filter(([name]) => /eraser$/i.test(name))
      .map(([name, exported]) => {
        const eraser = asEraser(exported);
        return { feature, name, eraser, of: 'eraseAccount' in eraser ? 'account' : 'connection' };
      });
  });
}

/** Only the claims are read, so an eraser that is made from parts is made from none. */
function asEraser(exported: unknown): Eraser | AccountEraser {
  return (typeof exported === 'function' ? exported(undefined) : exported) as Eraser | AccountEraser;
}

export function isClaimed(claims: readonly Claim[], table: string, column: string): boolean {
  return claims.some(
    (claim) => claim.table === table && (claim.columns === '*' || claim.columns.includes(column)),
  );
}

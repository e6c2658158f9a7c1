import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instagramId, operate } from './operator';
import { ANAS, type Pair } from './pair';
import type { Stand } from './stand';

/** What somebody who ended a connection was told, and the confirmation code in it. */
export interface Told {
  readonly texts: readonly string[];
  readonly code: string;
}

/** Everything that ends Ana's connection and removes what came from Instagram, by the name of its door. */
export const ENDINGS: readonly (readonly [string, (stand: Stand, pair: Pair) => Promise<Told>])[] = [
  [
    'disconnecting',
    async (_stand, { ana, connection }) => {
      const answer = await ana.disconnect(connection);
      const code = answer.data.disconnectInstagram.deletionStatus.confirmationCode;
      return { texts: [JSON.stringify(answer)], code };
    },
  ],
  [
    'a data-deletion request',
    async (stand) => {
      const [sent] = await stand.sandbox.sendCallback('deletion', { account: ANAS });
      const body = sent?.body ?? '{}';
      return { texts: [body], code: JSON.parse(body).confirmation_code };
    },
  ],
  [
    'a list of ids that Meta mailed',
    async (stand) => {
      const folder = mkdtempSync(join(tmpdir(), 'sociogenie-list-'));
      try {
        const path = join(folder, 'ids.csv');
        writeFileSync(path, `${instagramId(stand, ANAS, 'app_scoped')}\n`);
        const preview = await operate(stand, 'deletions', 'import', path);
        const done = await operate(stand, 'deletions', 'import', path, '--apply', '--json');
        return { texts: [preview.output, done.output], code: JSON.parse(done.output).lines[0].code };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  ],
  [
    'the operator on her behalf',
    async (stand, { connection }) => {
      const visit = ['--operator', 'Robin', '--reason', 'asked by letter', '--apply'];
      const done = await operate(stand, 'deletions', 'request', '--connection', connection, ...visit);
      return { texts: [done.output], code: /Code: (\S+)/.exec(done.output)?.[1] ?? '' };
    },
  ],
];

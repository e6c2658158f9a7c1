import { loadMasterKeys, SigningKeys } from '../../../platform/vault';
import type { Command } from '../command';

export const receiptsRotateKey: Command = {
  name: 'receipts rotate-key',
  summary: 'Signs receipts with a new key from now on, while the server works.',
  details: [
    'The old private key is destroyed. Its public key stays under /.well-known/jwks.json, so that earlier receipts can still',
    'be checked; whoever saved the public keys saves them again.',
  ].join('\n'),
  async run(_given, context) {
    const { config, secrets } = await context.installation();
    const masterKeys = loadMasterKeys(config.masterKeys, secrets.masterKeys);
    const keys = new SigningKeys(await context.database(), masterKeys, context.clock);
    context.print(`Receipts are signed with the key ${await keys.rotate()} from now on.`);
    return 0;
  },
};

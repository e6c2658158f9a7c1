import { sendCallback } from './callbacks.ts';
import { readDeletionAnswer } from './deletion-answer.ts';
import { removedGrant, removeGrant } from './grants.ts';
import type { Account } from './seed.ts';
import type { SentCallback, World } from './world.ts';

/** Takes the app's access away and tells the app; null when it left no address to be told at, or had no access. */
export async function removeApp(world: World, account: Account): Promise<SentCallback | null> {
  if (!removeGrant(world, account.username) || world.app.deauthorizeUrl === null) return null;
  const [sent] = await sendCallback(world, 'deauthorize', { account: account.username });
  return sent ?? null;
}

/** What came of asking the app for deletion. */
export type DeletionAsked =
  /** The app still has access, or never had any. */
  | { kind: 'not-removed' }
  | { kind: 'accepted'; url: string; confirmationCode: string }
  | { kind: 'invalid'; faults: string[]; sent: SentCallback | null };

/** Sends the deletion callback and keeps code and address of a good answer with the grant. */
export async function askForDeletion(world: World, account: Account): Promise<DeletionAsked> {
  const grant = removedGrant(world, account.username);
  if (grant === undefined) return { kind: 'not-removed' };
  if (world.app.deletionUrl === null) {
    return { kind: 'invalid', faults: ['The app registered no address for it.'], sent: null };
  }
  const [sent] = await sendCallback(world, 'deletion', { account: account.username });
  if (sent === undefined) throw new Error('a callback was sent and left no trace');
  const answer = readDeletionAnswer(sent);
  if (!answer.valid) return { kind: 'invalid', faults: answer.faults, sent };
  const { url, confirmationCode } = answer;
  grant.deletion = { requestedAt: world.clock.now(), confirmationCode, url };
  world.store.save();
  return { kind: 'accepted', url, confirmationCode };
}

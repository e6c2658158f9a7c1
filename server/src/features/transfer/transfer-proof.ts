import { z } from 'zod';
import { type DataKey, SealBroken } from '../../platform/vault';

/** What a refused connect proved: that its person can sign in to the Instagram account of that connection. */
export interface TransferProof {
  /** The connection that holds the account, of somebody else. */
  readonly connectionId: string;
  readonly username: string;
  readonly provedAt: Date;
}

const content = z.strictObject({
  connectionId: z.uuid(),
  username: z.string(),
  provedAt: z.coerce.date(),
});

/**
 * The proof as a text for the person's own browser, sealed under the person's account key: nothing of a refused connect
 * is stored, and only this account can hand it in. It says nothing to whoever reads it.
 */
export function sealProof(key: DataKey, accountId: string, proof: TransferProof): string {
  return key.seal(placeOf(accountId), JSON.stringify(proof));
}

/** The proof in a text; null when this account's key did not seal it. */
export function openProof(key: DataKey, accountId: string, text: string): TransferProof | null {
  try {
    return content.parse(JSON.parse(key.open(placeOf(accountId), text)));
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

/** It stands in no column: the place is one of its own, so that no stored text can be handed in for a proof. */
const placeOf = (accountId: string) => ({ table: 'account', column: 'transfer_proof', rowId: accountId });

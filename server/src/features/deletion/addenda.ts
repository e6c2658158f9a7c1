import { randomBytes } from 'node:crypto';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { LedgerEntryRow, toMinute } from '../../platform/ledger';
import { SigningKeyRow, type SigningKeys } from '../../platform/vault';
import { ADDENDUM_TYPE, addendumClaims } from './addendum';
import { DeletionRequestRow } from './deletion-request.entity';
import { addendumBody, type LedgerText, toText } from './ledger-bodies';
import { ReceiptRow } from './receipt.entity';
import { recipientTallies } from './recipient-counts.read';
import { signerOf, signStatement } from './sign-statement';

export interface AddendumDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly keys: SigningKeys;
  /** The public address: the issuer. */
  readonly publicUrl: string;
  readonly software: string;
  readonly ledger: { append(): Promise<void> };
}

/**
 * Issues the addendum of a request: once, when it is completed and every recipient that its receipt counts is settled;
 * nothing before. Like the receipt it is signed into a line of the ledger, and shown to nobody before that stands there.
 */
export async function issueAddendum(deps: AddendumDependencies, requestId: string): Promise<void> {
  const { dataSource, ledger } = deps;
  const addendum = await dataSource.transaction((tx) => sign(deps, tx, requestId));
  if (addendum === null) return;
  await ledger.append();
  await dataSource.manager.update(ReceiptRow, { requestId, addendum: IsNull() }, { addendum });
}

/** The addendum that is due; the one of an earlier run, where that was cut off. */
async function sign(
  deps: AddendumDependencies,
  tx: EntityManager,
  requestId: string,
): Promise<string | null> {
  const { keys, clock, publicUrl: iss, software } = deps;
  const receipt = await tx.findOne(ReceiptRow, {
    where: { requestId },
    lock: { mode: 'pessimistic_write' },
  });
  if (receipt === null || receipt.recipientCount === 0 || receipt.addendum !== null) return null;
  const line = await tx.findOneBy(LedgerEntryRow, { requestId, kind: 'addendum' });
  if (line !== null) return addendumBody.parse(JSON.parse(line.body)).addendum;
  const { completedAt } = await tx.findOneByOrFail(DeletionRequestRow, { id: requestId });
  const tally = (await recipientTallies(tx, [requestId]))(requestId);
  if (completedAt === null || tally.open > 0) return null;
  const issuedAt = clock.now();
  const addendum = await signStatement(
    tx,
    keys,
    ADDENDUM_TYPE,
    addendumClaims(
      { receipt: receipt.jws, of: receipt.recipientCount, tally },
      { iss, issuedAt, jti: randomBytes(16).toString('base64url'), software },
    ),
  );
  const { publicKey } = await tx.findOneByOrFail(SigningKeyRow, { id: signerOf(addendum) });
  const body: Extract<LedgerText, { kind: 'addendum' }>['body'] = {
    ...{ request: requestId, addendum, public_key: toText(publicKey) },
  };
  const madeAt = new Date(toMinute(issuedAt));
  const entry = { id: newId(), kind: 'addendum', body: JSON.stringify(body), requestId, madeAt };
  await tx.insert(LedgerEntryRow, entry);
  return addendum;
}

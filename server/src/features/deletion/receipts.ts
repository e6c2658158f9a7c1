import { randomBytes } from 'node:crypto';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { Clock } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { BACKUP_DAYS, LedgerEntryRow, SLACK_DAYS, toMinute } from '../../platform/ledger';
import { SigningKeyRow, type SigningKeys } from '../../platform/vault';
import { categoriesOf } from './categories';
import { type AccessWithdrawal, type DeletionSource, withdrawalAt } from './deletion';
import { DeletionRequestRow } from './deletion-request.entity';
import { DeletionSubjectRow } from './deletion-subject.entity';
import { type LedgerText, toText } from './ledger-bodies';
import { leafEntry, RECEIPT_TYPE, type ReceiptClaims, receiptClaims } from './receipt';
import { ReceiptRow } from './receipt.entity';
import { appendLeaf, isLogWhole } from './receipt-log';
import { recipientTallies } from './recipient-counts.read';
import { enqueueAddendum, type Recipients } from './recipients';
import { forgetAccount } from './requests-of-account.eraser';
import { signerOf, signStatement } from './sign-statement';
import { subjectsOf } from './subject-outcomes.read';
import { type TellCompleted, tellAccounts } from './tell-completed';

const DAY_MS = 24 * 3_600_000;

export interface ReceiptDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly keys: SigningKeys;
  /** The public address: the issuer of receipts, and the name of their log. */
  readonly publicUrl: string;
  /** The hash of the data map that deletions follow. */
  readonly policy: string;
  /** Name and version of what runs. */
  readonly software: string;
  /** From when on nobody can recover a key that was removed at a moment. */
  readonly unrecoverableBy: (removedAt: Date) => Date;
  /** Tells the accounts of which something was erased, in the transaction that completes the request. */
  readonly tellCompleted: TellCompleted;
  readonly recipients: Recipients;
}

/** Issues receipts: one for each completed request, never another one. */
export class Receipts {
  constructor(private readonly deps: ReceiptDependencies) {}

  /**
   * To be called at start-up: issues what earlier versions owe, and reads the log from its first leaf to its last.
   * Answers false when the log was tampered with; it then takes no more leaves, and a person has to look.
   */
  async open(): Promise<boolean> {
    const { dataSource, keys } = this.deps;
    const whole = await isLogWhole(dataSource.manager, keys);
    if (whole) {
      await this.enterMissing();
      await this.issueMissing();
    }
    return whole;
  }

  /**
   * Signs the receipt of a request, counts it in the log and writes its line for the ledger, in the transaction that found
   * nothing left. Nobody is shown it before `complete`. Not an error when it is signed already.
   */
  async issue(tx: EntityManager, requestId: string, completedAt: Date): Promise<void> {
    if (await tx.existsBy(ReceiptRow, { requestId })) return;
    await this.write(tx, requestId, completedAt, this.deps.policy);
  }

  /** Calls a request completed, at the time that its receipt says. Its receipt stands in the ledger by now. */
  async complete(requestId: string): Promise<void> {
    await this.deps.dataSource.transaction(async (tx) => {
      const { completedAt, recipientCount } = await tx.findOneByOrFail(ReceiptRow, { requestId });
      const open = { id: requestId, completedAt: IsNull() };
      const { affected } = await tx.update(DeletionRequestRow, open, { completedAt, attentionAt: null });
      if (affected === 1) await tellAccounts(tx, this.deps.tellCompleted, requestId, completedAt);
      await forgetAccount(tx, requestId);
      if (affected !== 1 || recipientCount === 0) return;
      await this.deps.recipients.tellNow(tx, requestId, this.deps.clock.now());
      await enqueueAddendum(tx, requestId, this.deps.clock.now());
    });
  }

  /** Writes the lines of receipts that a version without the ledger issued, as far back as a backup may reach. */
  private async enterMissing(): Promise<void> {
    const { dataSource, clock } = this.deps;
    const leaves: { leafIndex: number; checkpoint: string }[] = await dataSource.query(
      `select leaf.leaf_index as "leafIndex", leaf.checkpoint from receipt join receipt_leaf leaf using (leaf_index)
       where receipt.completed_at > $1
         and not exists (select from ledger_entry entry where entry.leaf_index = leaf.leaf_index)
       order by leaf.leaf_index`,
      [new Date(clock.now().getTime() - (BACKUP_DAYS + SLACK_DAYS) * DAY_MS)],
    );
    for (const { leafIndex, checkpoint } of leaves) {
      const receipt = await dataSource.manager.findOneByOrFail(ReceiptRow, { leafIndex });
      await this.tellLedger(dataSource.manager, { ...receipt, checkpoint });
    }
  }

  /**
   * Issues what requests are owed that were completed by a version without receipts: with no policy, because nobody
   * noted which one held then.
   */
  private async issueMissing(): Promise<void> {
    const { dataSource } = this.deps;
    const owed: { id: string; completedAt: Date }[] = await dataSource.query(
      `select request.id, request.completed_at as "completedAt" from deletion_request request
       where request.completed_at is not null
         and not exists (select from receipt where receipt.request_id = request.id)
       order by request.completed_at, request.id`,
    );
    for (const { id, completedAt } of owed) {
      await dataSource.transaction(async (tx) => {
        await tx.findOneOrFail(DeletionRequestRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (await tx.existsBy(ReceiptRow, { requestId: id })) return;
        await this.write(tx, id, completedAt, null);
      });
    }
  }

  private async write(
    tx: EntityManager,
    requestId: string,
    completedAt: Date,
    policy: string | null,
  ): Promise<void> {
    const { keys, publicUrl } = this.deps;
    const claims = await this.claims(tx, requestId, completedAt, policy);
    const jws = await signStatement(tx, keys, RECEIPT_TYPE, claims);
    const salt = randomBytes(32);
    const { leafIndex, checkpoint } = await appendLeaf(tx, keys, logName(publicUrl), leafEntry(salt, jws));
    const recipientCount = claims.recipients.of;
    await tx.insert(ReceiptRow, { requestId, jws, salt, leafIndex, completedAt, recipientCount });
    await this.tellLedger(tx, { requestId, jws, salt, leafIndex, completedAt, checkpoint });
  }

  private async tellLedger(
    tx: EntityManager,
    receipt: Omit<ReceiptRow, 'recipientCount' | 'addendum'> & { checkpoint: string },
  ): Promise<void> {
    const { requestId, jws, salt, leafIndex, checkpoint, completedAt } = receipt;
    const { publicKey } = await tx.findOneByOrFail(SigningKeyRow, { id: signerOf(jws) });
    const body: Extract<LedgerText, { kind: 'receipt' }>['body'] = {
      ...{ request: requestId, completed_at: completedAt.toISOString(), receipt: jws },
      ...{ salt: toText(salt), leaf: leafIndex, checkpoint, public_key: toText(publicKey) },
    };
    const madeAt = new Date(toMinute(this.deps.clock.now()));
    const entry = { id: newId(), kind: 'receipt', body: JSON.stringify(body), requestId, leafIndex, madeAt };
    await tx.createQueryBuilder().insert().into(LedgerEntryRow).values(entry).orIgnore().execute();
  }

  private async claims(
    tx: EntityManager,
    requestId: string,
    completedAt: Date,
    policy: string | null,
  ): Promise<ReceiptClaims> {
    const { clock, publicUrl, software, unrecoverableBy } = this.deps;
    const request = await tx.findOneByOrFail(DeletionRequestRow, { id: requestId });
    const subjects = await subjectsOf(tx, [requestId]);
    const connections = subjects
      .filter(({ part }) => part !== 'keep')
      .map(({ connectionId }) => connectionId);
    const issuedAt = clock.now();
    const keysRemovedAt = await keysRemoved(tx, connections);
    const { settled, total } = (await recipientTallies(tx, [requestId]))(requestId);
    return receiptClaims(
      {
        codeHash: request.codeHash,
        source: request.source as DeletionSource,
        requestedAt: request.requestedAt,
        completedAt,
        keysRemovedAt,
        unrecoverableBy: keysRemovedAt && unrecoverableBy(policy === null ? issuedAt : keysRemovedAt),
        accessWithdrawal: withdrawalAt(
          request.accessWithdrawal as AccessWithdrawal,
          request.requestedAt,
          issuedAt,
        ),
        categories: categoriesOf(subjects, completedAt, false, issuedAt),
        recipients: { told: settled.TOLD, total },
      },
      { iss: publicUrl, issuedAt, jti: randomBytes(16).toString('base64url'), policy, software },
    );
  }
}

/**
 * When the last keys of these connections were destroyed: by the request that cut them, for one that joined it too. The
 * account's own key counts as well when the account is deleted.
 */
async function keysRemoved(tx: EntityManager, connectionIds: readonly string[]): Promise<Date | null> {
  const cuts = await tx.findBy(DeletionSubjectRow, {
    connectionId: In([...connectionIds]),
    part: In(['erase', 'account']),
  });
  const requests = await tx.findBy(DeletionRequestRow, { id: In(cuts.map(({ requestId }) => requestId)) });
  const times = requests.flatMap(({ keysRemovedAt }) => keysRemovedAt?.getTime() ?? []);
  return times.length === 0 ? null : new Date(Math.max(...times));
}

/** The name under which checkpoints are signed: an address without its scheme. */
const logName = (publicUrl: string): string => `${new URL(publicUrl).host}/deletion-receipts`;

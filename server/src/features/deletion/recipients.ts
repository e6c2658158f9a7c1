import type { EntityManager } from 'typeorm';
import { dequeue, enqueue } from '../../platform/jobs/enqueue';
import type { Log } from '../../platform/log';
import type { Place, Vault } from '../../platform/vault';
import { DeletionRecipientRow } from './deletion-recipient.entity';
import type { Recipient, RecipientSource } from './ports';
import { type RecipientOutcome, recipientId, tellAtLatest, tellingEnds } from './recipient';
import { requestsThatCount } from './recipient-counts.read';

/** Tells one recipient. */
export const TELL_RECIPIENT_TASK = 'tell-recipient';
/** Issues the addendum of a request whose recipients are all settled. */
export const ISSUE_ADDENDUM_TASK = 'issue-addendum';

/** The rows of those who are to be told, from intake until they are settled. */
export class Recipients {
  /** `source`: null while nobody else can read anything. */
  constructor(
    private readonly source: RecipientSource | null,
    private readonly vault: Vault,
    private readonly log: Log,
    private readonly alertOperator: (event: string) => void,
  ) {}

  /**
   * Notes who has to be told that these connections, or this account, are deleted: in the transaction that destroys their
   * keys, before it does. Who stands there already stays as it is. Tells how many were asked for. Where the source fails,
   * one is counted of whom nothing is known: whoever asks for a deletion gets it, and no receipt says that nobody had to be told.
   */
  async record(
    tx: EntityManager,
    requestId: string,
    about: { readonly connectionIds: readonly string[]; readonly accountId: string | null },
    at: Date,
  ): Promise<number> {
    if (this.source === null || (about.connectionIds.length === 0 && about.accountId === null)) return 0;
    const recipients = await this.ask(tx, this.source, requestId, about);
    if (recipients === null) {
      await this.noteUnknown(tx, requestId, about.connectionIds, at);
      return 1;
    }
    for (const recipient of recipients) {
      const connectionIds = recipient.connectionIds.filter((id) => about.connectionIds.includes(id));
      await this.note(tx, requestId, { ...recipient, connectionIds }, at);
    }
    return recipients.length;
  }

  /** Has the recipients of a request told now that it is completed. */
  async tellNow(tx: EntityManager, requestId: string, now: Date): Promise<void> {
    const open: { id: string }[] = await tx.query(
      'select id from deletion_recipient where request_id = $1 and settled_at is null order by id',
      [requestId],
    );
    for (const { id } of open) await enqueueTelling(tx, id, now);
  }

  /**
   * Writes down what came of telling one, and destroys what it took to tell it; the requests that count it may get their
   * addendum. Nothing when it was settled before.
   */
  async settle(tx: EntityManager, id: string, outcome: RecipientOutcome, now: Date): Promise<boolean> {
    const [settled]: [{ connectionIds: string[]; requestId: string }[]] = await tx.query(
      `update deletion_recipient set outcome = $2, settled_at = $3, endpoint_sealed = null
       where id = $1 and settled_at is null returning connection_ids as "connectionIds", request_id as "requestId"`,
      [id, outcome, now],
    );
    const [row] = settled;
    if (row === undefined) return false;
    await this.vault.destroyKeys(tx, id, ['recipient']);
    await dequeue(tx, tellingJobKey(id));
    for (const requestId of await requestsThatCount(tx, row)) await enqueueAddendum(tx, requestId, now);
    return true;
  }

  /** Null when the source fails; what it did to the transaction until then is undone, so that this can go on. */
  private async ask(
    tx: EntityManager,
    source: RecipientSource,
    requestId: string,
    about: Parameters<RecipientSource['whoRead']>[1],
  ): Promise<readonly Recipient[] | null> {
    try {
      return await tx.transaction((within) => source.whoRead(within, about));
    } catch (error) {
      this.log.error('deletion.recipients-not-known', { requestId }, error);
      this.alertOperator('deletion.recipients-not-known');
      return null;
    }
  }

  private async noteUnknown(
    tx: EntityManager,
    requestId: string,
    connectionIds: readonly string[],
    at: Date,
  ): Promise<void> {
    const id = recipientId(requestId, 'not-known');
    if (await tx.existsBy(DeletionRecipientRow, { id })) return;
    await tx.insert(DeletionRecipientRow, {
      ...{ id, requestId, connectionIds: [...connectionIds], endpointSealed: null, attempts: 0 },
      ...{ endsAt: tellingEnds(at), settledAt: at, outcome: 'NOT_KNOWN' satisfies RecipientOutcome },
    });
  }

  private async note(
    tx: EntityManager,
    requestId: string,
    { reference, connectionIds, endpoint }: Recipient,
    at: Date,
  ): Promise<void> {
    const id = recipientId(requestId, reference);
    if (await tx.existsBy(DeletionRecipientRow, { id })) return;
    const row = { id, requestId, connectionIds: [...connectionIds], attempts: 0, endsAt: tellingEnds(at) };
    const endpointSealed = endpoint === null ? null : await this.seal(tx, id, endpoint);
    if (endpointSealed === null) {
      const ending = { settledAt: at, outcome: 'UNREACHABLE' satisfies RecipientOutcome };
      await tx.insert(DeletionRecipientRow, { ...row, ...ending, endpointSealed });
      return;
    }
    await tx.insert(DeletionRecipientRow, { ...row, endpointSealed, settledAt: null, outcome: null });
    await enqueueTelling(tx, id, tellAtLatest(at));
  }

  /** Null when no key can be made: whoever asks for a deletion gets it, also when nobody can be told of it. */
  private async seal(
    tx: EntityManager,
    id: string,
    endpoint: NonNullable<Recipient['endpoint']>,
  ): Promise<string | null> {
    try {
      const key = await this.vault.createKey(tx, recipientKey(id));
      return key.seal(endpointPlace(id), JSON.stringify(endpoint));
    } catch (error) {
      this.log.error('deletion.recipient-not-sealed', {}, error);
      return null;
    }
  }
}

/** The owner of the key that seals where a recipient is told. */
export const recipientKey = (id: string) => ({ kind: 'recipient', subjectId: id, generation: 0 }) as const;
/** Where that stands. */
export const endpointPlace = (id: string): Place => ({
  ...{ table: 'deletion_recipient', column: 'endpoint_sealed', rowId: id },
});

/** The key under which a recipient's job is found: there is at most one that waits. */
export const tellingJobKey = (id: string): string => `${TELL_RECIPIENT_TASK}:${id}`;

/** Has a recipient told at a moment, and at no other. */
export function enqueueTelling(tx: EntityManager, id: string, runAt: Date): Promise<void> {
  const payload = { recipientId: id };
  return enqueue(tx, { task: TELL_RECIPIENT_TASK, payload, key: tellingJobKey(id), runAt });
}

/** Has it looked at whether a request's addendum is due. */
export function enqueueAddendum(tx: EntityManager, requestId: string, runAt: Date): Promise<void> {
  const key = `${ISSUE_ADDENDUM_TASK}:${requestId}`;
  return enqueue(tx, { task: ISSUE_ADDENDUM_TASK, payload: { requestId }, key, runAt });
}

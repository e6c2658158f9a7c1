import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Clock } from '../../platform/clock';
import type { HttpClient, HttpOutcome } from '../../platform/http';
import type { Log } from '../../platform/log';
import { isKeyLost, type Vault } from '../../platform/vault';
import { type DeletionMessage, deletionMessage } from './deletion-message';
import { DeletionRecipientRow } from './deletion-recipient.entity';
import { DeletionRequestRow } from './deletion-request.entity';
import { nextAttempt, type RecipientOutcome } from './recipient';
import { endpointPlace, enqueueTelling, type Recipients, recipientKey } from './recipients';

export interface TellDependencies {
  readonly dataSource: DataSource;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly recipients: Recipients;
  /** Speaks to addresses that others gave us. */
  readonly http: HttpClient;
  /** The public id of a connection. */
  readonly connectionId: (rowId: string) => string;
}

const endpoint = z.object({ url: z.url(), secret: z.string() });
/** Standard Webhooks: the receiver is gone for good. */
const GONE = 410;

/**
 * Tells one recipient that data was deleted. The attempt is counted, and the next one queued, before a word is sent: whatever
 * ends this process, it is told again, with the same id. Nothing when it is settled.
 */
export async function tellRecipient(deps: TellDependencies, recipientId: string): Promise<void> {
  const { dataSource, clock, log } = deps;
  const attempt = await dataSource.transaction((tx) => begin(deps, tx, recipientId));
  if (attempt === null) return;
  const { url, message, requestId } = attempt;
  const answer = await deps.http.send({ method: 'POST', url, headers: message.headers, json: message.body });
  const outcome = outcomeOf(answer);
  if (outcome === null) {
    const why = answer.answered ? String(answer.status) : (answer.code ?? answer.reason);
    log.info('deletion.recipient-not-told', { requestId, attempt: attempt.number, why });
    return;
  }
  await dataSource.transaction((tx) => settle(deps, tx, recipientId, requestId, outcome, clock.now()));
}

interface Attempt {
  readonly requestId: string;
  readonly number: number;
  readonly url: URL;
  readonly message: DeletionMessage;
}

async function begin(deps: TellDependencies, tx: EntityManager, id: string): Promise<Attempt | null> {
  const now = deps.clock.now();
  const row = await tx.findOne(DeletionRecipientRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (row === null || row.settledAt !== null) return null;
  const { requestId, endsAt } = row;
  const give = async (outcome: RecipientOutcome): Promise<null> => {
    await settle(deps, tx, id, requestId, outcome, now);
    return null;
  };
  const sealed = row.endpointSealed;
  const opened = await open(deps.vault, tx, id, sealed);
  if (opened === 'lost') return give('NOT_KNOWN');
  if (opened === null || now >= endsAt) return give('UNREACHABLE');
  const request = await tx.findOneByOrFail(DeletionRequestRow, { id: requestId });
  const number = row.attempts + 1;
  await tx.update(DeletionRecipientRow, { id }, { attempts: number });
  await enqueueTelling(tx, id, nextAttempt(now, number, endsAt));
  const event = {
    ...{ id, requestedAt: request.requestedAt, accountDeleted: request.source === 'ACCOUNT_CLOSURE' },
    connectionIds: row.connectionIds.map(deps.connectionId),
  };
  return { requestId, number, url: new URL(opened.url), message: deletionMessage(event, opened.secret, now) };
}

/** Null once retention emptied it, and where it is no address; `lost` when its key is not there: it was settled before the backup that this is. */
async function open(vault: Vault, tx: EntityManager, id: string, sealed: string | null) {
  try {
    const key = await vault.openKey(tx, recipientKey(id));
    if (sealed === null) return null;
    return endpoint.safeParse(JSON.parse(key.open(endpointPlace(id), sealed))).data ?? null;
  } catch (error) {
    if (isKeyLost(error)) return 'lost';
    throw error;
  }
}

async function settle(
  deps: TellDependencies,
  tx: EntityManager,
  id: string,
  requestId: string,
  outcome: RecipientOutcome,
  now: Date,
): Promise<void> {
  if (await deps.recipients.settle(tx, id, outcome, now))
    deps.log.info('deletion.recipient-settled', { requestId, outcome });
}

/** What an answer settles; null when it is told again. */
function outcomeOf(answer: HttpOutcome): RecipientOutcome | null {
  if (!answer.answered) return null;
  if (answer.status >= 200 && answer.status < 300) return 'TOLD';
  return answer.status === GONE ? 'REFUSED' : null;
}

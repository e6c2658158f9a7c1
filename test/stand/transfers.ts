import { activityOf } from './activity';
import { ANAS, BEAS } from './pair';
import type { GraphqlAnswer, Person } from './person';
import type { Stand } from './stand';

/** Ana and Cleo, who each hold an Instagram account, and Bea, who can sign in to both at Instagram. */
export interface Three {
  readonly ana: Person;
  readonly bea: Person;
  readonly cleo: Person;
  /** Ana's connection to @studio_nord, which a spec is about. */
  readonly connection: string;
  /** Cleo's connection to @cafe_lisboa, which looks alike and stays. */
  readonly neighbour: string;
}

/** The three, without analytics unless they are wanted. */
export async function givenThree(stand: Stand, { analytics = false } = {}): Promise<Three> {
  const ana = await stand.givenAccount('ana@example.com');
  const bea = await stand.givenAccount('bea@example.com');
  const cleo = await stand.givenAccount('cleo@example.com');
  await ana.connect(ANAS);
  await cleo.connect(BEAS);
  if (analytics) await stand.drain();
  else
    await stand.app.dataSource.query(
      `delete from graphile_worker._private_jobs where task_id =
         (select id from graphile_worker._private_tasks where identifier = 'sync-analytics')`,
    );
  const [{ id: connection }, { id: neighbour }] = [
    ...(await ana.connections()),
    ...(await cleo.connections()),
  ];
  return { ana, bea, cleo, connection, neighbour };
}

/** Lets time pass, and has everybody sign in again: a session ends after a day without use. */
export async function later(
  stand: Stand,
  people: readonly Person[],
  passed: Parameters<Stand['clock']['advance']>[0],
): Promise<void> {
  stand.clock.advance(passed);
  for (const person of people) await person.signIn();
}

/** The kinds of what somebody was told about connections, newest first. */
export async function kindsOf(person: Person): Promise<string[]> {
  const told = await activityOf(person);
  return told.map(({ kind }) => kind).filter((kind) => kind !== 'NEW_DEVICE');
}

/** Tries to connect what somebody else holds; answers the proof that the browser was given. */
export async function refusedProof(person: Person, username: string): Promise<string> {
  const { outcome, aside } = await person.connect(username);
  const proof = aside?.proof;
  if (outcome !== 'taken' || proof === undefined)
    throw new Error(`connecting @${username} ended as ${outcome}, with ${JSON.stringify(aside)}`);
  return proof;
}

/** Is refused, and asks for the account; answers the request's id. */
export async function givenRequest(person: Person, username: string): Promise<string> {
  const answer = await ask(person, await refusedProof(person, username));
  const id: unknown = answer.data?.askForTransfer?.transferRequest?.id;
  if (typeof id !== 'string') throw new Error(`asking for @${username} answered ${JSON.stringify(answer)}`);
  return id;
}

export const ask = (person: Person, proof: string): Promise<GraphqlAnswer> =>
  person.execute(ASK, { input: { proof } });

export const withdraw = (person: Person, transferRequestId: string): Promise<GraphqlAnswer> =>
  person.execute(WITHDRAW, { input: { transferRequestId } });

export const keep = (person: Person, connectionId: string): Promise<GraphqlAnswer> =>
  person.execute(KEEP, { input: { connectionId } });

export const release = (person: Person, connectionId: string): Promise<GraphqlAnswer> =>
  person.execute(RELEASE, { input: { connectionId } });

/** The code of the first user error or top-level error; null when there is none. */
export function refusal(answer: GraphqlAnswer): unknown {
  const [payload] = Object.values<{ userErrors?: { __typename: string }[] } | null>(answer.data ?? {});
  return payload?.userErrors?.[0]?.__typename ?? answer.errors[0]?.extensions.code ?? null;
}

/** What somebody asked for. */
// biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
export async function requestsOf(person: Person): Promise<any[]> {
  return (await person.execute(REQUESTS)).data.viewer.transferRequests;
}

/** What is asked about somebody's connections, by handle. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
export async function askedOf(person: Person): Promise<Record<string, any>> {
  const { instagramConnections } = (await person.execute(ASKED)).data.viewer;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  return Object.fromEntries(instagramConnections.map((one: any) => [one.username, one.transfer]));
}

const ERRORS = 'userErrors { __typename message }';
const REQUEST = 'id username state askedAt answerDueAt endsAt';
const REQUESTS = `{ viewer { transferRequests { ${REQUEST} } } }`;
const ASKED =
  '{ viewer { instagramConnections { username transfer { askedAt answerDueAt overdue endsAt } } } }';
const ASK = `mutation ($input: AskForTransferInput!) {
  askForTransfer(input: $input) { transferRequest { ${REQUEST} } ${ERRORS} }
}`;
const WITHDRAW = `mutation ($input: WithdrawTransferInput!) {
  withdrawTransfer(input: $input) { account { transferRequests { id } } ${ERRORS} }
}`;
const KEEP = `mutation ($input: KeepConnectionInput!) {
  keepConnection(input: $input) { connection { id transfer { askedAt } } ${ERRORS} }
}`;
const RELEASE = `mutation ($input: ReleaseConnectionInput!) {
  releaseConnection(input: $input) {
    deletionStatus { confirmationCode state source accessWithdrawal completedAt receipt } ${ERRORS}
  }
}`;

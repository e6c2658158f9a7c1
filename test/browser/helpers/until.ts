import { setTimeout as sleep } from 'node:timers/promises';
import type { Consent, Person } from '../../stand/person';

const PATIENCE_MS = 30_000;

/** Asks again and again until the answer satisfies. */
export async function until<T>(ask: () => Promise<T>, satisfied: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (satisfied(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`still not so: ${JSON.stringify(answer)}`);
    await sleep(50);
  }
}

/** Connects an Instagram account and waits for its first numbers, on a stand whose jobs run by themselves. */
export async function givenNumbers(person: Person, username: string, choices: Consent = {}): Promise<string> {
  const { connectionId, outcome } = await person.connect(username, choices);
  if (connectionId === null) throw new Error(`connecting @${username} ended as ${outcome}`);
  await until(
    () => person.connections(),
    (all) => all.some(({ id, analyticsSync }) => id === connectionId && !analyticsSync.running),
  );
  return connectionId;
}

/** Waits until every deletion that this person sees is completed. */
export async function untilErased(person: Person): Promise<void> {
  await until(
    () => person.deletionRequests(),
    (all) => all.every(({ state }) => state === 'COMPLETED'),
  );
}

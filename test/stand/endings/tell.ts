import { type CallbackRoute, postSigned, unixSeconds } from '../callbacks';
import { ANAS } from '../pair';
import { checkInvariants } from '../races/invariants';
import type { RaceWorld } from '../races/race-world';
import { type ExpectedRequest, Model } from './model';
import type { Story } from './stories';

/** An hour: so long before a story the connection was granted. */
const BEFORE = 3600;

interface Sent {
  readonly route: CallbackRoute;
  readonly signed: string;
  readonly body: string;
}

/** What differs between how a story ended and how it should: a sentence each. */
export async function tell(world: RaceWorld, story: Story): Promise<string[]> {
  await world.restore();
  world.stand.clock.set(world.openedAt);
  const telling = new Telling(world);
  for (const act of story.acts) await telling.act(act, story);
  return telling.end();
}

/** One story, told to the server and to the model. */
class Telling {
  private readonly model = new Model();
  private readonly broken: string[] = [];
  private readonly sent: Sent[] = [];
  /** Connections and codes by the model's numbers. */
  private readonly connections: string[];
  private readonly codes: string[] = [];
  private second = BEFORE;

  constructor(private readonly world: RaceWorld) {
    this.connections = [world.pair.connection];
  }

  async act(act: Story['acts'][number], { clocks }: Story): Promise<void> {
    const { stand, pair } = this.world;
    this.second += clocks.gap;
    stand.clock.advance({ seconds: clocks.gap });
    if (act === 'repeat') await this.repeat();
    else {
      const before = this.model.shown;
      const request = this.model.act(act, this.second, clocks);
      const answers = {
        deauthorize: () => this.send('/meta/deauthorize', clocks.lag),
        delete: () => this.send('/meta/data-deletion', clocks.lag),
        disconnect: () => this.disconnect(before?.number ?? this.connections.length - 1),
        reconnect: () => this.reconnect(),
      };
      const code = await answers[act]();
      if (request !== null) {
        this.codes[request] ??= code ?? '';
        this.expectSame(`the code of ${act}`, code, this.codes[request]);
      }
    }
    if (clocks.jobs === 'after each act') await stand.drain();
    this.expectSame(
      `the connections after ${act}`,
      (await pair.ana.connections()).map(({ id, status }) => ({ id, status })),
      this.model.shown === null
        ? []
        : [{ id: this.connections[this.model.shown.number], status: this.model.shown.status }],
    );
  }

  async end(): Promise<string[]> {
    const { stand, pair } = this.world;
    await stand.drain();
    this.model.runJobs();
    for (const [index, expected] of this.model.expected.entries()) {
      const status = await stand.visitor().deletionStatus(this.codes[index] ?? '');
      this.expectSame(`what request ${index} says`, said(status), { state: 'COMPLETED', ...expected });
    }
    this.expectSame('how many codes there are', new Set(this.codes).size, this.model.expected.length);
    const [shown] = await pair.ana.connections();
    const days = shown === undefined ? null : shown.analyticsSync.storedDays > 0;
    this.expectSame('whether analytics are there', days, this.model.shown?.analytics ?? null);
    return [...this.broken, ...(await checkInvariants(this.world))];
  }

  private async send(route: CallbackRoute, lag: number): Promise<string | null> {
    const { stand } = this.world;
    const signed = stand.sandbox.sign({ account: ANAS, issuedAt: unixSeconds(stand.clock.now()) - lag });
    const { status, body } = await postSigned(stand, route, signed);
    this.expectSame(`the status of ${route}`, status, 200);
    this.sent.push({ route, signed, body });
    return route === '/meta/data-deletion' ? JSON.parse(body).confirmation_code : null;
  }

  private async repeat(): Promise<void> {
    const last = this.sent.at(-1);
    if (last === undefined) throw new Error('there is nothing to repeat');
    const { status, body } = await postSigned(this.world.stand, last.route, last.signed);
    this.expectSame('the answer to the duplicate', { status, body }, { status: 200, body: last.body });
  }

  private async disconnect(number: number): Promise<string | null> {
    const answer = await this.world.pair.ana.disconnect(this.connections[number] ?? '');
    return answer.data?.disconnectInstagram?.deletionStatus.confirmationCode ?? null;
  }

  private async reconnect(): Promise<null> {
    const { outcome, connectionId } = await this.world.pair.ana.connect(ANAS);
    this.expectSame('the outcome of the connect', outcome, 'connected');
    const number = this.model.shown?.number ?? -1;
    this.connections[number] ??= connectionId ?? '';
    return null;
  }

  private expectSame(what: string, found: unknown, expected: unknown): void {
    const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
    if (a !== b) this.broken.push(`${what}: ${a} instead of ${b}`);
  }
}

/** A status in the words of the model. */
// biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
function said(status: any): ExpectedRequest & { state: string } {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const line = (name: string) => status.categories.find((candidate: any) => candidate.name === name);
  return {
    state: status.state,
    source: status.source,
    ACCESS_KEYS: line('ACCESS_KEYS').outcome,
    INSTAGRAM_IDENTITY: line('INSTAGRAM_IDENTITY').outcome,
    ANALYTICS: line('ANALYTICS').outcome,
    joined: /an earlier request/.test(line('INSTAGRAM_IDENTITY').reason ?? ''),
  };
}

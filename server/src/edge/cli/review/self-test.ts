import { setTimeout as pause } from 'node:timers/promises';
import type { HttpClient, HttpOutcome, HttpRequest } from '../../../platform/http';
import type { Secret } from '../../../platform/secret';
import { explain } from './explain-reply';

/** What the self-test needs: the address that Meta would call, and what only Meta and we can make. */
export interface SelfTestDependencies {
  readonly http: HttpClient;
  readonly publicUrl: string;
  /** A callback about an id that nobody can have, signed with the app's secret. */
  readonly signedAboutNobody: () => string;
  readonly verifyToken: Secret | null;
  /** How often, a second apart, the status page is looked at until the request is completed. */
  readonly patience?: number;
}

/** One request, and what came of it. */
export interface Step {
  readonly what: string;
  /** Method and address; the address carries no secret. */
  readonly request: string;
  readonly status: number | null;
  readonly tookMs: number;
  /** The beginning of the reply, or why there was none. */
  readonly reply: string;
  readonly ok: boolean;
  /** What to do when it is not. */
  readonly fix: string | null;
}

const REPLY_SHOWN = 300;
const CHALLENGE = '1158201444';

/**
 * Sends what Meta would send to the public address, and judges each reply: a removal and a deletion about nobody, the
 * page of that deletion, a forgery, and the challenge of the webhooks. The deletion leaves a request like any about an
 * unknown person: "nothing held".
 */
export async function selfTest(deps: SelfTestDependencies): Promise<Step[]> {
  const tester = new Tester(deps);
  const steps = [await tester.deauthorize()];
  const deletion = await tester.deletion();
  steps.push(deletion.step);
  if (deletion.statusUrl !== null) steps.push(await tester.statusPage(deletion.statusUrl));
  steps.push(await tester.forgery());
  if (deps.verifyToken !== null) steps.push(await tester.challenge(deps.verifyToken));
  return steps;
}

type Answer = Extract<HttpOutcome, { answered: true }>;

class Tester {
  constructor(private readonly deps: SelfTestDependencies) {}

  deauthorize(): Promise<Step> {
    const request = this.callback('/meta/deauthorize', this.deps.signedAboutNobody());
    return this.step('Deauthorize callback', request, ({ status }) => status === 200);
  }

  async deletion(): Promise<{ step: Step; statusUrl: URL | null }> {
    const request = this.callback('/meta/data-deletion', this.deps.signedAboutNobody());
    let statusUrl: URL | null = null;
    const step = await this.step('Data deletion callback', request, ({ status, body }) => {
      const { url, confirmation_code: code } = objectOf(body);
      if (status !== 200 || typeof url !== 'string' || !/^[A-Za-z0-9]+$/.test(String(code))) return false;
      statusUrl = URL.canParse(url) && url.startsWith(`${this.deps.publicUrl}/`) ? new URL(url) : null;
      return statusUrl !== null;
    });
    return { step, statusUrl };
  }

  async statusPage(url: URL): Promise<Step> {
    const request = { method: 'GET', url, headers: { accept: 'application/json' } } as const;
    const patience = this.deps.patience ?? 15;
    for (let look = 1; ; look += 1) {
      const step = await this.step('Status page of that deletion', request, isDoneWithNothing, 'status-page');
      if (step.ok || look >= patience || step.status !== 200) return step;
      await pause(1_000);
    }
  }

  forgery(): Promise<Step> {
    const [signature = '', payload = ''] = this.deps.signedAboutNobody().split('.');
    const forged = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}.${payload}`;
    const request = this.callback('/meta/data-deletion', forged);
    return this.step(
      'Forged deletion, which must be refused',
      request,
      ({ status }) => status === 400,
      'forgery',
    );
  }

  challenge(verifyToken: Secret): Promise<Step> {
    const url = new URL('/meta/webhooks', this.deps.publicUrl);
    url.searchParams.set('hub.mode', 'subscribe');
    url.searchParams.set('hub.challenge', CHALLENGE);
    url.searchParams.set('hub.verify_token', verifyToken.reveal());
    return this.step(
      'Webhooks: challenge',
      { method: 'GET', url },
      ({ status, body }) => status === 200 && body.toString('utf8') === CHALLENGE,
      'challenge',
    );
  }

  private callback(path: string, signedRequest: string): HttpRequest {
    return {
      method: 'POST',
      url: new URL(path, this.deps.publicUrl),
      form: new URLSearchParams({ signed_request: signedRequest }),
    };
  }

  private async step(
    what: string,
    request: HttpRequest,
    isRight: (answer: Answer) => boolean,
    kind: Parameters<typeof explain>[1] = 'callback',
  ): Promise<Step> {
    const begun = performance.now();
    const outcome = await this.deps.http.send(request);
    const ok = outcome.answered && isRight(outcome);
    return {
      what,
      request: `${request.method} ${request.url.origin}${request.url.pathname}`,
      status: outcome.answered ? outcome.status : null,
      tookMs: Math.round(performance.now() - begun),
      reply: outcome.answered
        ? beginningOf(outcome.body.toString('utf8'))
        : `no answer: ${outcome.reason}${outcome.code === null ? '' : ` (${outcome.code})`}`,
      ok,
      fix: ok ? null : explain(outcome, kind),
    };
  }
}

const beginningOf = (text: string): string =>
  text.length <= REPLY_SHOWN ? text : `${text.slice(0, REPLY_SHOWN)}…`;

/** Completed, and nothing was held but the record of the request itself. */
function isDoneWithNothing({ status, body }: Answer): boolean {
  const { state, categories } = objectOf(body);
  if (status !== 200 || state !== 'COMPLETED' || !Array.isArray(categories)) return false;
  const outcomes = categories.map((category) => objectOf(Buffer.from(JSON.stringify(category))));
  return outcomes.every(
    ({ name, outcome }) =>
      outcome === 'NOTHING_HELD' || String(name) === 'DELETION_RECORD' || String(name) === 'BACKUPS',
  );
}

function objectOf(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

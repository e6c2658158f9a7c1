import type { FastifyInstance, FastifyReply } from 'fastify';
import { accountForms, changeService } from './control-forms.ts';
import type { Controls } from './controls.ts';
import { accountPage } from './pages/control-account.ts';
import { overviewPage } from './pages/control-overview.ts';
import { sendControlPage } from './pages/layout.ts';
import { PageError } from './refusals.ts';
import { type Account, findAccount } from './seed.ts';
import { texts } from './wire.ts';
import type { World } from './world.ts';

/** The control page: what is behind the control API, for a person with a browser. Plain forms, no script. */
export function controlPages(api: FastifyInstance, world: World, controls: Controls): void {
  // What was done is said once, on the page that follows.
  let said: string | null = null;
  const saidOnce = (): string | null => {
    const sentence = said;
    said = null;
    return sentence;
  };
  const show = async (reply: FastifyReply, address: string, act: () => Promise<string> | string) => {
    said = await sentenceOf(act);
    return reply.redirect(address, 303);
  };

  api.get('/', async (_request, reply) => sendControlPage(reply, overviewPage(world, saidOnce())));
  api.post('/service', async ({ body }, reply) => show(reply, '/sandbox', () => changeService(world, body)));
  api.post('/start-over', async (_request, reply) =>
    show(reply, '/sandbox', () => {
      controls.reset();
      return 'Everything at the sandbox is as it was at the beginning; no app has access to any account.';
    }),
  );

  type Named = { Params: { username: string } };
  api.get<Named>('/accounts/:username', async ({ params }, reply) =>
    sendControlPage(reply, accountPage(world, accountNamed(params.username), saidOnce())),
  );
  for (const [name, act] of Object.entries(accountForms)) {
    api.post<Named>(`/accounts/:username/${name}`, async ({ params, body }, reply) => {
      const account = accountNamed(params.username);
      return show(reply, backTo(account, texts(body).back), () => act(world, account, body));
    });
  }
}

/** What was done, or why it was not. */
async function sentenceOf(act: () => Promise<string> | string): Promise<string> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof PageError) return `Nothing was changed. ${error.message}`;
    throw error;
  }
}

function backTo({ username }: Account, part: string | undefined): string {
  const anchor = /^[a-z]+$/.test(part ?? '') ? `#${part}` : '';
  return `/sandbox/accounts/${username}${anchor}`;
}

function accountNamed(username: string): Account {
  const account = findAccount(username);
  if (account === undefined) throw new PageError('There is no such account.');
  return account;
}

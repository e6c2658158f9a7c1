import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendCallback } from './callbacks.ts';
import { readDeletionAnswer } from './deletion-answer.ts';
import { removedGrant, removeGrant } from './grants.ts';
import { sendPage } from './pages/layout.ts';
import { accessPage, accountListPage, deletionRefusedPage, removedPage } from './pages/manage-access.ts';
import { PageError } from './refusals.ts';
import { type Account, findAccount } from './seed.ts';
import { texts } from './wire.ts';
import type { World } from './world.ts';

const HOME = '/accounts/manage_access/';

/** "Apps and websites": where the person removes the app and asks for deletion (meta-contract, sections 8.3 and 8.4). */
export function manageAccessRoutes(http: FastifyInstance, world: World): void {
  http.get('/accounts/manage_access', async (_request, reply) => reply.redirect(HOME, 308));

  http.get(HOME, async (request, reply) => {
    const { account } = texts(request.query);
    return sendPage(
      reply,
      200,
      account === undefined ? accountListPage() : accessPage(world, signedIn(account)),
    );
  });

  http.post(`${HOME}remove`, async (request, reply) => {
    const fields = texts(request.body);
    const account = signedIn(fields.account);
    if (!removeGrant(world, account.username)) return reply.redirect(accessAddress(account), 303);
    const told = world.app.deauthorizeUrl === null ? [] : await tell(world, 'deauthorize', account);
    if (fields.ask === 'deletion') return requestDeletion(world, reply, account);
    return sendPage(reply, 200, removedPage(world, account, told[0] ?? null));
  });

  http.post(`${HOME}delete`, async (request, reply) => {
    return requestDeletion(world, reply, signedIn(texts(request.body).account));
  });
}

/** Sends the deletion callback; the person goes on to the address that the app answers, when it is a good one. */
async function requestDeletion(world: World, reply: FastifyReply, account: Account): Promise<FastifyReply> {
  const grant = removedGrant(world, account.username);
  if (grant === undefined) throw new PageError('Deletion can be asked for once the app is removed.');
  if (world.app.deletionUrl === null) {
    return sendPage(
      reply,
      502,
      deletionRefusedPage(account, ['The app registered no address for it.'], null),
    );
  }
  const [sent] = await tell(world, 'deletion', account);
  if (sent === undefined) throw new Error('a callback was sent and left no trace');
  const answer = readDeletionAnswer(sent);
  if (!answer.valid) return sendPage(reply, 502, deletionRefusedPage(account, answer.faults, sent));
  const { url, confirmationCode } = answer;
  grant.deletion = { requestedAt: world.clock.now(), confirmationCode, url };
  world.store.save();
  return reply.redirect(url, 303);
}

function tell(
  world: World,
  kind: 'deauthorize' | 'deletion',
  account: Account,
): ReturnType<typeof sendCallback> {
  return sendCallback(world, kind, { account: account.username });
}

function accessAddress(account: Account): string {
  return `${HOME}?account=${account.username}`;
}

function signedIn(username: string | undefined): Account {
  const account = findAccount(username ?? '');
  if (account === undefined) throw new PageError('There is no such account.');
  return account;
}

import type { FastifyInstance, FastifyReply } from 'fastify';
import { currentGrant } from './grants.ts';
import { askForDeletion, removeApp } from './leave.ts';
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
    if (currentGrant(world, account.username) === undefined)
      return reply.redirect(accessAddress(account), 303);
    const told = await removeApp(world, account);
    if (fields.ask === 'deletion') return requestDeletion(world, reply, account);
    return sendPage(reply, 200, removedPage(world, account, told));
  });

  http.post(`${HOME}delete`, async (request, reply) => {
    return requestDeletion(world, reply, signedIn(texts(request.body).account));
  });
}

/** Sends the deletion callback; the person goes on to the address that the app answers, when it is a good one. */
async function requestDeletion(world: World, reply: FastifyReply, account: Account): Promise<FastifyReply> {
  const asked = await askForDeletion(world, account);
  if (asked.kind === 'not-removed') throw new PageError('Deletion can be asked for once the app is removed.');
  if (asked.kind === 'accepted') return reply.redirect(asked.url, 303);
  return sendPage(reply, 502, deletionRefusedPage(account, asked.faults, asked.sent));
}

function accessAddress(account: Account): string {
  return `${HOME}?account=${account.username}`;
}

function signedIn(username: string | undefined): Account {
  const account = findAccount(username ?? '');
  if (account === undefined) throw new PageError('There is no such account.');
  return account;
}

import { randomInt } from 'node:crypto';
import { addDays, metaDateAt } from './days.ts';
import { currentGrant } from './grants.ts';
import { askForDeletion, removeApp } from './leave.ts';
import { changeManner, type Manner, mannerOf, type Service } from './manners.ts';
import { outages } from './outage.ts';
import { findPreset } from './presets.ts';
import { PageError } from './refusals.ts';
import { scopes } from './scopes.ts';
import type { Account } from './seed.ts';
import type { TokenEnd } from './state.ts';
import { endTokens } from './tokens.ts';
import { variantChoices } from './variants.ts';
import { sendDelivery } from './webhooks.ts';
import { textList, texts } from './wire.ts';
import type { World } from './world.ts';

/** What a form of the control page does; answers the sentence that the page then says. */
export type FormAction = (world: World, account: Account, body: unknown) => Promise<string> | string;

const LIVELY_DAYS = 3;
const LIVELY_TIMES = 5;

const ends: Readonly<Record<string, { how: TokenEnd; said: string }>> = {
  password_changed: { how: 'password_changed', said: 'The password was changed: every token has ended.' },
  checkpointed: { how: 'checkpointed', said: 'A checkpoint holds the account: every token has ended.' },
  expired: { how: 'expired', said: 'Every token has expired.' },
  invalid: { how: 'invalid', said: 'The person signed out everywhere: every token has ended.' },
  unconfirmed: { how: 'unconfirmed', said: 'The account has to be confirmed: every token has ended.' },
};

/** The forms of an account's page, by the last part of their address. */
export const accountForms: Readonly<Record<string, FormAction>> = {
  preset(world, account, body) {
    const preset = findPreset(texts(body).preset ?? '');
    if (preset === undefined) throw new PageError('There is no such preset.');
    preset.apply(world, account);
    return `${preset.title}: done.`;
  },
  async remove(world, account) {
    if (currentGrant(world, account.username) === undefined) throw new PageError('The app has no access.');
    const sent = await removeApp(world, account);
    return sent === null
      ? 'The app was removed. It left no address to be told at.'
      : 'The app was removed and told so.';
  },
  async deletion(world, account) {
    await removeApp(world, account);
    const asked = await askForDeletion(world, account);
    if (asked.kind === 'not-removed')
      throw new PageError('The app never had access: nothing can be deleted.');
    if (asked.kind === 'invalid')
      throw new PageError(`The app's answer is not valid. ${asked.faults.join(' ')}`);
    return 'Deletion was asked for. Code and address of the answer stand below.';
  },
  end(world, account, body) {
    const end = ends[texts(body).how ?? ''];
    if (end === undefined) throw new PageError('Tokens do not end like that.');
    endTokens(world, account.username, end.how);
    return end.said;
  },
  access(world, { username }, body) {
    const { life, renewal } = texts(body);
    const tokenSeconds = life === 'usual' ? null : numberIn(life, 60, 60 * 86_400);
    changeManner(world, username, {
      tokenSeconds,
      renewal: renewal === 'refused' ? 'refused' : 'allowed',
    });
    return 'Tokens from now on are made so; those that exist keep their end.';
  },
  permissions(world, { username }, body) {
    const grant = currentGrant(world, username);
    if (grant === undefined) throw new PageError('The app has no access.');
    const ticked = textList(body, 'permission');
    grant.scopes = [...scopes.keys()].filter((scope) => ticked.includes(scope));
    world.store.save();
    return 'The permissions were changed. The app is not told: it notices at its next call.';
  },
  analytics(world, { username }, body) {
    const { numbers, followers } = texts(body);
    const analytics = (['usual', 'none', 'busy'] as const).find((each) => each === numbers);
    if (analytics === undefined) throw new PageError('There are no such numbers.');
    changeManner(world, username, { analytics });
    const { state } = world.store;
    if (followers === undefined || followers === '') delete state.followers[username];
    else state.followers[username] = numberIn(followers, 0, 1e9);
    world.store.save();
    return 'The numbers were changed; the app sees them when it fetches analytics next.';
  },
  days(world, { username }) {
    const today = metaDateAt(world.clock.now());
    const lively: Manner['lively'] = { ...mannerOf(world, username).lively };
    for (let back = 0; back < LIVELY_DAYS; back += 1) {
      const date = addDays(today, -back);
      lively[date] = (lively[date] ?? 1) * LIVELY_TIMES;
    }
    changeManner(world, username, { lively });
    return 'The last three days have five times their numbers.';
  },
  async comment(world, { username }) {
    if (world.app.webhookUrl === null) throw new PageError('The app left no address for events.');
    const commentId = `1801${randomInt(1e12, 1e13)}`;
    const [sent] = await sendDelivery(world, { events: [{ account: username, commentId }] });
    if (sent === undefined) throw new PageError('The app has not asked for comments of this account.');
    return sent.failure === null
      ? `A comment event was sent; the app answered with status ${sent.status ?? 0}.`
      : `A comment event was sent and not answered (${sent.failure}).`;
  },
  limits(world, { username }, body) {
    const { app, account, regain, slow } = texts(body);
    const usage = {
      ...{ app: numberIn(app || '0', 0, 1000), account: numberIn(account || '0', 0, 1000) },
      regainMinutes: numberIn(regain || '0', 0, 10_000),
    };
    const said = app !== '' || account !== '' || regain !== '';
    changeManner(world, username, {
      usage: said ? usage : null,
      slowMs: numberIn(slow || '0', 0, 120) * 1000,
    });
    return said ? 'Each answer carries both headers now.' : 'No answer carries rate-limit headers now.';
  },
};

/** Changes how Instagram behaves to everybody, as the form of the control page asks. */
export function changeService(world: World, body: unknown): string {
  const { outage = '', slow, revocation } = texts(body);
  const kind = (Object.keys(outages) as Service['outage'][]).find((each) => each === outage);
  if (kind === undefined) throw new PageError('There is no such trouble.');
  Object.assign(world.service, { outage: kind, slowMs: numberIn(slow || '0', 0, 120) * 1000 });
  const known = variantChoices.revocation.find((each) => each === revocation);
  if (known !== undefined) Object.assign(world.variants, { revocation: known });
  return kind === 'none' ? 'Instagram answers everybody.' : 'Instagram has trouble with everybody.';
}

function numberIn(text: string | undefined, least: number, most: number): number {
  const value = Number(text);
  if (text === undefined || !/^\d{1,10}$/.test(text) || value < least || value > most) {
    throw new PageError(`A whole number from ${least} to ${most} is needed, not “${text ?? ''}”.`);
  }
  return value;
}

import { currentGrant, removedGrant } from '../grants.ts';
import { mannerOf } from '../manners.ts';
import { presets } from '../presets.ts';
import { followersNow } from '../profile.ts';
import { scopes } from '../scopes.ts';
import type { Account } from '../seed.ts';
import type { World } from '../world.ts';
import { form, numberField, option, said } from './control-parts.ts';
import { accessOf, changesOf, kindOf, lives, moment, permissionsOf } from './control-words.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';

/** One account: how the app's access stands, and everything that can happen to it. */
export function accountPage(world: World, account: Account, sentence: string | null): Page {
  return {
    title: account.username,
    body: html`<p><a href="/sandbox">All accounts</a></p>
${said(sentence)}
${standing(world, account)}
${presetForms(account)}
${leaving(world, account)}
${access(world, account)}
${permissions(world, account)}
${numbers(world, account)}
${comments(world, account)}
${limits(world, account)}`,
  };
}

function standing(world: World, account: Account): Html {
  const { username } = account;
  const grant = currentGrant(world, username);
  const changes = changesOf(world, account);
  const deletion = removedGrant(world, username)?.deletion ?? null;
  return html`<section aria-labelledby="now"><h2 id="now">As it stands</h2>
<div class="card"><img src="/pictures/${username}.png" alt="" width="48" height="48">
<dl><dt>${account.name}</dt><dd>${kindOf(world, account)}, ${followersNow(world, account)} followers</dd>
<dt>Access of ${world.app.name}</dt><dd>${accessOf(world, account)}</dd>
${grant === undefined ? html`` : html`<dt>Granted</dt><dd>${permissionsOf(grant)}</dd><dt>Since</dt><dd>${moment(grant.grantedAt)}</dd>`}
${changes.length === 0 ? html`` : html`<dt>Changed here</dt><dd>${changes.join('; ')}</dd>`}
${
  deletion === null
    ? html``
    : html`<dt>Deletion asked for</dt><dd>${moment(deletion.requestedAt)}</dd>
<dt>Code of the answer</dt><dd><code>${deletion.confirmationCode}</code></dd>
<dt>Address of the answer</dt><dd><a href="${deletion.url}">${deletion.url}</a></dd>`
}</dl></div></section>`;
}

function presetForms({ username }: Account): Html {
  const items = Object.entries(presets).map(
    ([name, { title, detail }]) =>
      html`<li><button type="submit" name="preset" value="${name}" aria-describedby="preset-${name}">${title}</button>
<span class="quiet" id="preset-${name}">${detail}</span></li>`,
  );
  return html`<section aria-labelledby="presets"><h2 id="presets">Make it so</h2>
${form(username, 'preset', 'now', html`<ul class="presets">${items}</ul>`)}</section>`;
}

function leaving(world: World, { username }: Account): Html {
  const ends: readonly [string, string][] = [
    ['password_changed', 'Change the password (190/460)'],
    ['expired', 'Expire every token (190/463)'],
    ['checkpointed', 'Checkpoint (190/459)'],
    ['invalid', 'Sign out everywhere (190/467)'],
    ['unconfirmed', 'Unconfirm the account (190/464)'],
  ];
  const buttons = ends.map(
    ([how, words]) => html`<button type="submit" name="how" value="${how}">${words}</button>`,
  );
  return html`<section aria-labelledby="leaving"><h2 id="leaving">End the access</h2>
<p>The first two are told to ${world.app.name} by a signed callback; the others it has to find out.</p>
<div class="actions">${form(username, 'remove', 'now', html`<button class="danger" type="submit">Remove the app</button>`)}
${form(username, 'deletion', 'now', html`<button class="danger" type="submit">Remove and ask for deletion</button>`)}</div>
${form(username, 'end', 'now', html`<p class="actions">${buttons}</p>`)}</section>`;
}

function access(world: World, { username }: Account): Html {
  const { tokenSeconds, renewal } = mannerOf(world, username);
  const choices = lives.map(([seconds, words]) => option(String(seconds), words, tokenSeconds === seconds));
  return html`<section aria-labelledby="access"><h2 id="access">Next tokens</h2>
${form(
  username,
  'access',
  'access',
  html`<div class="fields"><label>They last<select name="life">${option('usual', '60 days', tokenSeconds === null)}${choices}</select></label>
<label>Renewal<select name="renewal">${option('allowed', 'Allowed', renewal === 'allowed')}${option('refused', 'Refused (100)', renewal === 'refused')}</select></label></div>
<p class="quiet">A token that exists keeps its end. Connect or reconnect to get another.</p>
<p class="actions"><button class="main" type="submit">Apply to next tokens</button></p>`,
)}</section>`;
}

function permissions(world: World, { username }: Account): Html {
  const grant = currentGrant(world, username);
  if (grant === undefined) return html``;
  const boxes = [...scopes].map(([scope, { title }]) => {
    const ticked = grant.scopes.includes(scope) ? html` checked` : html``;
    return html`<label class="choice"><input type="checkbox" name="permission" value="${scope}"${ticked}><span>${title}</span></label>`;
  });
  return html`<section aria-labelledby="permissions"><h2 id="permissions">Permissions</h2>
${form(
  username,
  'permissions',
  'permissions',
  html`<fieldset><legend>What ${world.app.name} may do</legend>${boxes}</fieldset>
<p class="actions"><button class="main" type="submit">Change the permissions</button></p>`,
)}</section>`;
}

function numbers(world: World, account: Account): Html {
  const { username } = account;
  const { analytics } = mannerOf(world, username);
  const own = world.store.state.followers[username];
  return html`<section aria-labelledby="numbers"><h2 id="numbers">Analytics</h2>
${form(
  username,
  'analytics',
  'numbers',
  html`<div class="fields"><label>Numbers<select name="numbers">${option('usual', 'As usual', analytics === 'usual')}
${option('busy', 'Three times as many', analytics === 'busy')}${option('none', 'None for any day', analytics === 'none')}</select></label>
${numberField('followers', 'Followers (empty: as usual)', own === undefined ? '' : String(own))}</div>
<p class="actions"><button class="main" type="submit">Change the numbers</button></p>`,
)}
${form(username, 'days', 'numbers', html`<p class="actions"><button type="submit">Make the last three days livelier</button></p>`)}</section>`;
}

function comments(world: World, { username }: Account): Html {
  const asked = currentGrant(world, username)?.subscribedFields.includes('comments') === true;
  const words = asked
    ? 'The app asked to be told of comments.'
    : 'The app has not asked to be told of comments of this account: a person switches that on when connecting.';
  return html`<section aria-labelledby="comments"><h2 id="comments">Comments</h2><p>${words}</p>
${form(username, 'comment', 'now', html`<p class="actions"><button type="submit">Send a comment event</button></p>`)}</section>`;
}

function limits(world: World, { username }: Account): Html {
  const { usage, slowMs } = mannerOf(world, username);
  const percent = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return html`<section aria-labelledby="limits"><h2 id="limits">Rate limits and speed</h2>
${form(
  username,
  'limits',
  'limits',
  html`<div class="fields">${numberField('app', 'App, percent used (X-App-Usage)', percent(usage?.app))}
${numberField('account', 'Account, percent used (X-Business-Use-Case-Usage)', percent(usage?.account))}
${numberField('regain', 'Minutes until it is given back', percent(usage?.regainMinutes))}
${numberField('slow', 'Seconds before each answer', slowMs === 0 ? '' : String(slowMs / 1000))}</div>
<p class="quiet">All three empty: no headers.</p>
<p class="actions"><button class="main" type="submit">Change limits and speed</button></p>`,
)}</section>`;
}

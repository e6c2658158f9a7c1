import { outages } from '../outage.ts';
import { followersNow } from '../profile.ts';
import { type Account, accounts } from '../seed.ts';
import type { World } from '../world.ts';
import { numberField, option, said } from './control-parts.ts';
import { accessOf, changesOf, kindOf, moment } from './control-words.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';

const NEWEST_CALLS = 15;

/** Everything at a glance: how Instagram is for everybody, the accounts, what was sent and what was asked. */
export function overviewPage(world: World, sentence: string | null): Page {
  return {
    title: 'Control page',
    body: html`${said(sentence)}
<p>Decide here what happens at Instagram, and see how ${world.app.name} takes it. Nobody at Instagram learns of it: this page and every account on it are made up. ${appLink(world)}</p>
<section aria-labelledby="accounts"><h2 id="accounts">Accounts</h2>
<ul class="cards">${accounts.map((account) => card(world, account))}</ul></section>
${everybody(world)}
${sent(world)}
${calls(world)}
${startOver()}`,
  };
}

function appLink({ app }: World): Html {
  const [address] = app.redirectUris;
  if (address === undefined || !URL.canParse(address)) return html``;
  return html`<a href="${new URL(address).origin}">Open ${app.name}</a>`;
}

function card(world: World, account: Account): Html {
  const changes = changesOf(world, account);
  return html`<li class="card">
<img src="/pictures/${account.username}.png" alt="" width="48" height="48">
<div><h3><a href="/sandbox/accounts/${account.username}">${account.username}</a></h3>
<p class="quiet">${account.name}, ${kindOf(world, account)}, ${followersNow(world, account)} followers</p>
<p>Access of ${world.app.name}: ${accessOf(world, account)}</p>
${changes.length === 0 ? html`` : html`<p class="changed">Changed: ${changes.join('; ')}</p>`}</div></li>`;
}

function everybody(world: World): Html {
  const { outage, slowMs } = world.service;
  const kinds = Object.entries(outages).map(([value, words]) => option(value, words, value === outage));
  const { revocation } = world.variants;
  return html`<section aria-labelledby="everybody"><h2 id="everybody">Instagram for everybody</h2>
<form method="post" action="/sandbox/service"><div class="fields">
<label>Trouble<select name="outage">${kinds}</select></label>
${numberField('slow', 'Seconds before each answer', slowMs === 0 ? '' : String(slowMs / 1000))}
<label>Asked to withdraw access<select name="revocation">
${option('success', 'Does so', revocation === 'success')}
${option('refused', 'Refuses', revocation === 'refused')}
${option('hangs', 'Never answers', revocation === 'hangs')}</select></label></div>
<p class="quiet">The app takes it for Instagram’s own when within ten minutes three connections or more meet it, and half of all (access that was ended counts too), or when all of them have errors for five minutes.</p>
<p class="actions"><button class="main" type="submit">Apply to everybody</button></p></form></section>`;
}

function sent(world: World): Html {
  const events = world.deliveries.map((sent) => ({ ...sent, account: null }));
  const rows = [...world.callbacks, ...events]
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, 8)
    .map(
      ({ at, kind, account, status, failure }) =>
        html`<tr><td>${moment(Date.parse(at))}</td><td>${kind}</td><td>${account ?? ''}</td><td>${
          failure === null ? `status ${status ?? 0}` : `no answer (${failure})`
        }</td></tr>`,
    );
  return html`<section aria-labelledby="callbacks"><h2 id="callbacks">Callbacks and events sent</h2>
${
  rows.length === 0
    ? html`<p class="quiet">None yet.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="callbacks"><table>
<thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Account</th><th scope="col">The app answered</th></tr></thead>
<tbody>${rows}</tbody></table></div>`
}</section>`;
}

function calls(world: World): Html {
  const rows = world.calls.list
    .slice(-NEWEST_CALLS)
    .toReversed()
    .map(
      ({ at, route, account, status, parameters }) =>
        html`<tr><td>${moment(Date.parse(at))}</td><td>${route}</td><td>${account ?? ''}</td><td>${status ?? 'none'}</td><td>${metricsOf(parameters.metric)}</td></tr>`,
    );
  return html`<section aria-labelledby="calls"><h2 id="calls">Newest calls of the app</h2>
${
  rows.length === 0
    ? html`<p class="quiet">None yet.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="calls"><table>
<thead><tr><th scope="col">When</th><th scope="col">Call</th><th scope="col">Account</th><th scope="col">Status</th><th scope="col">Metrics</th></tr></thead>
<tbody>${rows}</tbody></table></div>`
}</section>`;
}

/** The metrics that a call named, in so many words as fit. */
function metricsOf(text = ''): string {
  const names = text.split(',');
  return names.length > 2 ? `${names.length} metrics` : names.join(', ');
}

function startOver(): Html {
  return html`<section aria-labelledby="over"><h2 id="over">Start over</h2>
<p>Forgets every grant, token and change. The app keeps what it stored and finds its tokens dead.</p>
<form method="post" action="/sandbox/start-over"><p class="actions"><button class="danger" type="submit">Forget everything at the sandbox</button></p></form></section>`;
}

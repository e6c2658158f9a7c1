import { currentGrant, removedGrant } from '../grants.ts';
import { scopes } from '../scopes.ts';
import { type Account, accounts } from '../seed.ts';
import type { Grant } from '../state.ts';
import type { SentCallback, World } from '../world.ts';
import { type Html, hidden, html } from './html.ts';
import type { Page } from './layout.ts';

const day = (atMs: number): string =>
  new Date(atMs).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

const names = (grant: Grant): string =>
  grant.scopes.map((scope) => scopes.get(scope)?.title ?? scope).join(', ');

/** Asks whose apps are to be shown. */
export function accountListPage(): Page {
  const links = accounts.map(
    ({ username, name }) =>
      html`<li><a href="/accounts/manage_access/?account=${username}">${username}</a> <span class="quiet">${name}</span></li>`,
  );
  return {
    title: 'Apps and websites',
    body: html`<p>Whose apps do you want to see?</p><ul>${links}</ul>`,
  };
}

/** The app that has access to an account, or had it. */
export function accessPage(world: World, account: Account): Page {
  const current = currentGrant(world, account.username);
  const removed = removedGrant(world, account.username);
  const nothing = html`<p>No app has access to ${account.username}.</p>`;
  return {
    title: `Apps and websites of ${account.username}`,
    body: html`${current === undefined ? nothing : active(world, account, current)}
${removed === undefined ? html`` : past(world, account, removed)}
<p><a href="/accounts/manage_access/">Another account</a></p>`,
  };
}

function active(world: World, account: Account, grant: Grant): Html {
  return html`<section aria-labelledby="active"><h2 id="active">${world.app.name}</h2>
<dl><dt>Has access since</dt><dd>${day(grant.grantedAt)}</dd><dt>May use</dt><dd>${names(grant)}</dd></dl>
<p class="quiet">Removing the app ends its access at once. Asking for deletion also tells it to delete what it received about you.</p>
<form method="post" action="/accounts/manage_access/remove">${hidden({ account: account.username })}
<p class="actions"><button class="danger" type="submit" name="ask" value="nothing">Remove</button>
<button class="danger" type="submit" name="ask" value="deletion">Remove and request deletion</button></p></form></section>`;
}

function past(world: World, account: Account, grant: Grant): Html {
  const { deletion } = grant;
  const asked =
    deletion === null
      ? html``
      : html`<dl><dt>Deletion requested</dt><dd>${day(deletion.requestedAt)}</dd>
<dt>Confirmation code</dt><dd><code>${deletion.confirmationCode}</code></dd>
<dt>Status</dt><dd><a href="${deletion.url}">See how far it is</a></dd></dl>`;
  return html`<section aria-labelledby="removed"><h2 id="removed">${world.app.name}, removed</h2>
<p>It lost access on ${day(grant.removedAt ?? grant.grantedAt)}. What it received before may still be with it.</p>
${asked}
${deletionForm(account)}</section>`;
}

function deletionForm(account: Account): Html {
  return html`<form method="post" action="/accounts/manage_access/delete">${hidden({ account: account.username })}
<p class="actions"><button class="main" type="submit">Request deletion</button></p></form>`;
}

/** Says that the app is gone and how it took the news, and offers deletion. */
export function removedPage(world: World, account: Account, sent: SentCallback | null): Page {
  return {
    title: `${world.app.name} was removed`,
    body: html`<p>It has no access to ${account.username} any more.</p>
${sent === null ? html`<p>The app left no address to be told at.</p>` : answerOf(sent)}
<h2>Should it delete what it received?</h2>
<p>You can ask ${world.app.name} to delete the data it got from Instagram about ${account.username}.</p>
${deletionForm(account)}
<p><a href="/accounts/manage_access/?account=${account.username}">Back to the apps of ${account.username}</a></p>`,
  };
}

/** Says what was wrong with the app's answer to a deletion request. */
export function deletionRefusedPage(
  account: Account,
  faults: readonly string[],
  sent: SentCallback | null,
): Page {
  return {
    title: 'The answer to the deletion request is not valid',
    body: html`<ul>${faults.map((fault) => html`<li>${fault}</li>`)}</ul>
${sent === null ? html`` : answerOf(sent)}
${deletionForm(account)}
<p><a href="/accounts/manage_access/?account=${account.username}">Back to the apps of ${account.username}</a></p>`,
  };
}

function answerOf(sent: SentCallback): Html {
  const outcome =
    sent.failure === null ? html`status ${sent.status ?? 0}` : html`no answer (${sent.failure})`;
  const body =
    sent.body === '' ? html`` : html`<pre tabindex="0" aria-label="Body of the answer">${sent.body}</pre>`;
  return html`<p>The app was told at <code>${sent.url}</code>: ${outcome}.</p>${body}`;
}

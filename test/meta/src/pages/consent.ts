import type { AuthorizationRequest } from '../authorize.ts';
import { mannerOf, typeOf } from '../manners.ts';
import { BASIC, scopes } from '../scopes.ts';
import type { Account } from '../seed.ts';
import type { World } from '../world.ts';
import { type Html, hidden, html } from './html.ts';
import type { Page } from './layout.ts';

const kinds = { BUSINESS: 'Business', MEDIA_CREATOR: 'Creator', PERSONAL: 'Personal' };

/** Asks which account the person signs in with. */
export function accountChoicePage(world: World, asked: AuthorizationRequest, all: readonly Account[]): Page {
  const choices = all.map((account, index) => {
    const checked = index === 0 ? html` checked` : html``;
    return html`<label class="choice"><input type="radio" name="account" value="${account.username}"${checked}>
<span><strong>${account.username}</strong><span class="quiet">${account.name}, ${kinds[typeOf(world, account)]} account</span></span></label>`;
  });
  return {
    title: 'Choose an account',
    body: html`<p>${world.app.name} wants to connect to an Instagram account. Which one are you?</p>
<form method="post" action="/oauth/authorize">
${carried(asked)}
<fieldset><legend>Accounts</legend>
${choices}
</fieldset>
<p class="actions"><button class="main" type="submit">Continue</button></p>
</form>`,
  };
}

/** Asks what the app may do; every permission but basic can be unticked. */
export function consentPage(world: World, asked: AuthorizationRequest, account: Account): Page {
  return {
    title: `Let ${world.app.name} use ${account.username}?`,
    body: html`<p>Signed in as <strong>${account.username}</strong>. ${world.app.name} asks to:</p>
<form method="post" action="/oauth/authorize">
${carried(asked)}
${hidden({ account: account.username })}
<fieldset><legend>Permissions</legend>
${asked.scopes.map((scope) => permission(scope, mannerOf(world, account.username).declined))}
</fieldset>
<p class="quiet">You can take this back at any time under "Apps and websites".</p>
<p class="actions"><button class="main" type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="cancel">Cancel</button></p>
</form>`,
  };
}

function permission(scope: string, declined: readonly string[]): Html {
  const { title, detail } = scopes.get(scope) ?? { title: scope, detail: '' };
  const fixed = scope === BASIC ? html` disabled` : html``;
  const ticked = scope === BASIC || !declined.includes(scope) ? html` checked` : html``;
  return html`<label class="choice"><input type="checkbox" name="permission" value="${scope}"${ticked}${fixed}>
<span><strong>${title}</strong><span class="quiet">${detail}</span></span></label>`;
}

/** The request itself, carried from page to page. */
function carried({ clientId, redirectUri, scopes: asked, state }: AuthorizationRequest): Html[] {
  return hidden({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: asked.join(','),
    state,
  });
}

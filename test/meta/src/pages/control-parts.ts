import { type Html, html } from './html.ts';

/** What was just done, said where a screen reader hears it first. */
export function said(sentence: string | null): Html {
  return sentence === null ? html`` : html`<p class="said" role="status">${sentence}</p>`;
}

/** An option of a list. */
export function option(value: string, words: string, chosen: boolean): Html {
  return html`<option value="${value}"${chosen ? html` selected` : html``}>${words}</option>`;
}

/** A labelled field for a whole number; empty for nothing. */
export function numberField(name: string, label: string, value: string): Html {
  return html`<label>${label}<input name="${name}" inputmode="numeric" pattern="[0-9]*" autocomplete="off" value="${value}"></label>`;
}

/** A form of an account's page. It comes back to the section that it stands in. */
export function form(username: string, action: string, back: string, inside: Html): Html {
  return html`<form method="post" action="/sandbox/accounts/${username}/${action}"><input type="hidden" name="back" value="${back}">${inside}</form>`;
}

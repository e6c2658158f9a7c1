/** What a person does on the consent pages. */
export interface Consent {
  /** The username to sign in with. */
  account: string;
  /** Permissions to untick. */
  untick?: readonly string[];
  /** Presses Cancel instead of Allow. */
  cancel?: boolean;
}

/** Submits the consent form of an authorization address; answers the address that the person is sent to. Throws with the page's text when they are not sent anywhere. */
export async function giveConsent(authorizationUrl: string, consent: Consent): Promise<string> {
  const url = new URL(authorizationUrl);
  const form = new URLSearchParams(url.searchParams);
  const { account, untick = [], cancel = false } = consent;
  form.set('account', account);
  form.set('decision', cancel ? 'cancel' : 'allow');
  const asked = (url.searchParams.get('scope') ?? '').split(/[,\s]+/);
  for (const scope of asked) if (!untick.includes(scope)) form.append('permission', scope);
  const response = await fetch(`${url.origin}${url.pathname}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const location = response.headers.get('location');
  if (location !== null) return location;
  throw new Error(`The sandbox answered ${response.status}: ${textOf(await response.text())}`);
}

function textOf(page: string): string {
  const main = /<main>(.*)<\/main>/s.exec(page)?.[1] ?? page;
  return main
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

import type { HttpOutcome } from '../../../platform/http';

type Kind = 'callback' | 'status-page' | 'forgery' | 'challenge';

/** What to do about a reply that is not the right one, in a sentence for the operator. */
export function explain(outcome: HttpOutcome, kind: Kind): string {
  if (!outcome.answered) return explainSilence(outcome.reason, outcome.code ?? '');
  const { status } = outcome;
  if (status >= 300 && status < 400) {
    const { location } = outcome.headers;
    const to = typeof location === 'string' ? ` to ${location}` : '';
    return `The address redirects${to}, and Meta follows no redirect: register the final address at Meta, or set PUBLIC_URL to it.`;
  }
  if (status === 404) {
    return kind === 'challenge'
      ? 'The server that answers has webhooks off: give META_WEBHOOK_VERIFY_TOKEN to every process and restart it.'
      : 'Something else answers at PUBLIC_URL: let the proxy pass /meta/ and /deletion-status/ on to this server.';
  }
  if (status === 503)
    return 'The server could not store it: look at the database and at callback.not-durable in the log.';
  if (status >= 500) return 'The proxy or the server failed: look at both logs.';
  if (status === 401 || status === 403 || status === 429) {
    return 'Something in front refuses strangers: Meta comes without a login and from many addresses, so exempt /meta/.';
  }
  if (kind === 'forgery') {
    return 'A forged request was not refused: what answers is not this server, or it does not check signatures. Do not go live.';
  }
  if (status === 400) {
    return kind === 'challenge'
      ? 'The server has another META_WEBHOOK_VERIFY_TOKEN than this command: use one environment for both.'
      : 'The signature did not fit: the server has another INSTAGRAM_APP_SECRET than this command, its clock is off, or a proxy changes bodies.';
  }
  if (kind === 'status-page') {
    return 'The request is not completed with "nothing held": is a worker running? It is taken up as soon as one is.';
  }
  return 'The reply is not what Meta needs: what answers at PUBLIC_URL is not this server.';
}

function explainSilence(reason: string, code: string): string {
  if (/CERT|TLS|SSL|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code)) {
    return 'The certificate is not one that Meta would accept: use one of a public authority, with its whole chain, for this name.';
  }
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return 'The name of PUBLIC_URL is not in the DNS.';
  if (reason === 'unreachable') return 'Nothing listens at PUBLIC_URL, or a firewall is in between.';
  if (reason === 'timeout')
    return 'No answer in time: Meta does not wait long either. Look at the proxy and the database.';
  return 'The connection broke before the answer was complete: look at the proxy.';
}

/**
 * How much an `Accept` header wants a media type, 0 to 1. The most specific range wins, as in RFC 9110; a missing
 * header accepts everything.
 */
function quality(accept: string | undefined, type: string): number {
  const wildcard = `${type.split('/')[0]}/*`;
  let best = { specificity: -1, weight: 0 };
  for (const range of (accept ?? '*/*').toLowerCase().split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim());
    const specificity = [`*/*`, wildcard, type].indexOf(name);
    if (specificity <= best.specificity) continue;
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    best = { specificity, weight: Number.isNaN(weight) ? 0 : weight };
  }
  return best.weight;
}

/** True when the reader wants JSON more than HTML; a tie, or no opinion, is HTML. */
export function prefersJson(accept: string | undefined): boolean {
  return quality(accept, 'application/json') > quality(accept, 'text/html');
}

/** True when HTML may be sent, wildcards included. */
export function acceptsHtml(accept: string | undefined): boolean {
  return quality(accept, 'text/html') > 0;
}

/** True when the reader names HTML: a browser that opens a page, and not a script, picture or API client. */
export function asksForPage(accept: string | undefined): boolean {
  return (accept ?? '').toLowerCase().includes('text/html') && quality(accept, 'text/html') > 0;
}

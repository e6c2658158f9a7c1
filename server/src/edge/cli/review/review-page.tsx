import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { PermissionReview } from './permissions';
import { LEFT_BEHIND, type Review } from './review';
import type { Step } from './self-test';

/** The review as one HTML file: it loads nothing, and can be printed or handed on. */
export function renderReview(review: Review): string {
  return `<!doctype html>${renderToStaticMarkup(<ReviewPage review={review} />)}\n`;
}

function ReviewPage({ review }: { review: Review }): ReactElement {
  const { madeAt, publicUrl, permissions, steps, remarks } = review;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>App review - SocioGenie</title>
        {/* A file without a server has nowhere else to take its style from. */}
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>App review</h1>
          <p>
            {publicUrl}, <time dateTime={madeAt.toISOString()}>{timeOf(madeAt)}</time>
          </p>
          <Summary review={review} />
          <h2>Permissions</h2>
          <p>Which screen shows it, which call it is for, and when Instagram last answered that call.</p>
          {permissions.map((permission) => (
            <Permission key={permission.scope} review={permission} />
          ))}
          <h2>Callbacks</h2>
          {remarks.map((remark) => (
            <Warning key={remark} said={remark} />
          ))}
          {steps === null ? <p>Not tried.</p> : <Steps steps={steps} />}
        </main>
      </body>
    </html>
  );
}

/** What there is to do, before anything is read. */
function Summary({ review: { permissions, steps } }: { review: Review }): ReactElement {
  const unused = permissions.filter(({ warnings }) => warnings.length > 0).length;
  const bad = steps?.filter(({ ok }) => !ok).length ?? 0;
  return (
    <ul>
      <li>{unused === 0 ? 'Every permission is used.' : `${counted(unused, 'permission')} to look at.`}</li>
      <li>
        {steps === null && 'The callbacks were not tried.'}
        {steps !== null &&
          bad === 0 &&
          `${counted(steps.length, 'request')} sent, each answered as it should be.`}
        {steps !== null &&
          bad > 0 &&
          `${bad} of ${counted(steps.length, 'request')} not answered as it should be.`}
      </li>
    </ul>
  );
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const timeOf = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function Warning({ said }: { said: string }): ReactElement {
  return (
    <p className="warning">
      <strong>Look at this:</strong> {said}
    </p>
  );
}

function Permission({ review }: { review: PermissionReview }): ReactElement {
  const { scope, asked, connections, calls, warnings } = review;
  return (
    <section>
      <h3>{scope}</h3>
      <p>
        Asked for {asked}. Granted by {connections} {connections === 1 ? 'connection' : 'connections'}.
      </p>
      {warnings.map((warning) => (
        <Warning key={warning} said={warning} />
      ))}
      {calls.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a phone is scrolled with the keys too
        <section className="wide" aria-label={`Calls of ${scope}`} tabIndex={0}>
          <table>
            <caption>Calls of {scope}</caption>
            <thead>
              <tr>
                <th scope="col">Call</th>
                <th scope="col">Screen</th>
                <th scope="col">What for</th>
                <th scope="col">Last used</th>
              </tr>
            </thead>
            <tbody>
              {calls.map(({ call, screen, what, lastUsedOn }) => (
                <tr key={call}>
                  <th scope="row">{call}</th>
                  <td>{screen}</td>
                  <td>{what}</td>
                  <td>{lastUsedOn === null ? 'never' : <time dateTime={lastUsedOn}>{lastUsedOn}</time>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function Steps({ steps }: { steps: readonly Step[] }): ReactElement {
  return (
    <>
      {steps.map(({ what, request, status, tookMs, reply, ok, fix }) => (
        <section key={what}>
          <h3>
            {what}: {ok ? 'in order' : 'not in order'}
          </h3>
          <p>
            {request}: {status ?? 'no answer'}, {tookMs} ms
          </p>
          <pre>{reply === '' ? '(an empty body)' : reply}</pre>
          {fix !== null && <Warning said={fix} />}
        </section>
      ))}
      <h3>What this has left behind</h3>
      <ul>
        {LEFT_BEHIND.map((left) => (
          <li key={left}>{left}</li>
        ))}
      </ul>
    </>
  );
}

const STYLE = `
:root { color-scheme: light dark; --canvas: #f8fafb; --surface: #fff; --text: #191f23; --line: #dadfe2; --attention: #8f5904; --focus: #0b688e; }
@media (prefers-color-scheme: dark) {
  :root { --canvas: #141a1d; --surface: #1d2327; --text: #e6eaed; --line: #3e464c; --attention: #f8b948; --focus: #6cc2e6; }
}
body { margin: 0; padding: 24px 16px 40px; background: var(--canvas); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
main { max-width: 76rem; margin: 0 auto; }
h1 { font-size: 2rem; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 1.25rem; margin: 40px 0 8px; }
h3 { font-size: 1rem; margin: 0 0 4px; }
p { margin: 0 0 8px; }
main > section { padding: 16px; margin: 0 0 16px; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
ul { margin: 0 0 8px; padding-left: 20px; }
table { border-collapse: collapse; width: 100%; min-width: 44rem; overflow-wrap: normal; }
th, td { padding: 8px 16px 8px 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; border-top: 0; }
pre { margin: 0 0 8px; font: .875rem/1.43 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; }
.warning { padding-left: 12px; border-left: 4px solid var(--attention); }
@media print {
  :root { color-scheme: light; --canvas: #fff; --surface: #fff; --text: #000; --line: #999; --attention: #8f5904; }
  body { padding: 0; font-size: .875rem; }
  main > section { padding: 8px 0; border-width: 1px 0 0; border-radius: 0; break-inside: avoid; }
  .wide { overflow: visible; }
  table { min-width: 0; overflow-wrap: anywhere; }
}
`;

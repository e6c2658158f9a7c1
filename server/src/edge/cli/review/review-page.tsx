import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { PermissionReview } from './permissions';
import type { Review } from './review';
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
            {publicUrl}, {madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC
          </p>
          <h2>Permissions</h2>
          {permissions.map((permission) => (
            <Permission key={permission.scope} review={permission} />
          ))}
          <h2>Callbacks</h2>
          {remarks.map((remark) => (
            <p key={remark} className="warning">
              {remark}
            </p>
          ))}
          {steps === null ? <p>Not tried.</p> : <Steps steps={steps} />}
        </main>
      </body>
    </html>
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
        <p key={warning} className="warning">
          {warning}
        </p>
      ))}
      {calls.length > 0 && (
        <div className="wide">
          <table>
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
                  <td>{lastUsedOn ?? 'never'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
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
          {fix !== null && <p className="warning">{fix}</p>}
        </section>
      ))}
    </>
  );
}

const STYLE = `
:root { color-scheme: light dark; --canvas: #f8fafb; --surface: #fff; --text: #191f23; --line: #dadfe2; --attention: #8f5904; }
@media (prefers-color-scheme: dark) {
  :root { --canvas: #141a1d; --surface: #1d2327; --text: #e6eaed; --line: #3e464c; --attention: #f8b948; }
}
body { margin: 0; padding: 24px 16px 40px; background: var(--canvas); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
main { max-width: 76rem; margin: 0 auto; }
h1 { font-size: 2rem; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 1.25rem; margin: 40px 0 8px; }
h3 { font-size: 1rem; margin: 0 0 4px; }
p { margin: 0 0 8px; }
section { padding: 16px; margin: 0 0 16px; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; overflow-wrap: normal; }
th, td { padding: 8px 16px 8px 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { font-weight: 600; border-top: 0; }
pre { margin: 0 0 8px; font: .875rem/1.43 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; }
.warning { padding-left: 12px; border-left: 4px solid var(--attention); }
`;

import type { ReactElement } from 'react';
import { renderDocument, type Site } from './document';

/** The form that leads to a status: a plain GET, so it works without a script and leaves nothing behind. */
function CodeForm(): ReactElement {
  return (
    <form action="/deletion-status" method="get">
      <label htmlFor="code">Confirmation code</label>
      <span className="hint" id="code-hint">
        26 letters and digits, from the link you were given. Spaces and dashes do not matter.
      </span>
      <input
        id="code"
        name="code"
        type="text"
        required
        maxLength={64}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby="code-hint"
      />
      <button className="main" type="submit">
        Check code
      </button>
    </form>
  );
}

function Help({ site }: { site: Site }): ReactElement {
  return (
    <p>
      Questions? Write to <a href={`mailto:${site.contactEmail}`}>{site.contactEmail}</a>. How deletion works
      is on <a href="/data-deletion">Data deletion instructions</a>.
    </p>
  );
}

/** The bare `/deletion-status`: only the form. */
export function renderDeletionForm(site: Site): string {
  return renderDocument({
    site,
    title: 'Check a deletion code',
    unlisted: true,
    children: (
      <>
        <h1>Check a deletion code</h1>
        <p>See what was deleted, what was kept, and why.</p>
        <CodeForm />
        <Help site={site} />
      </>
    ),
  });
}

/** Unknown, malformed and expired codes: one page, which repeats nothing of what was sent. */
export function renderCodeNotFound(site: Site): string {
  return renderDocument({
    site,
    title: 'We cannot find this code',
    unlisted: true,
    children: (
      <>
        <h1>We cannot find this code</h1>
        <p>
          A code is 26 letters and digits; copy it from the link you were given. It may also be older than we
          keep records.
        </p>
        <CodeForm />
        <Help site={site} />
      </>
    ),
  });
}

/** Nothing can be looked up at the moment: too many codes that do not exist, or the server cannot reach its records. */
export function renderLookupPaused(site: Site, why: 'too-many-misses' | 'out-of-order'): string {
  const title = why === 'too-many-misses' ? 'Wait a minute' : 'We cannot look this up right now';
  return renderDocument({
    site,
    title,
    unlisted: true,
    children: (
      <>
        <h1>{title}</h1>
        <p>
          {why === 'too-many-misses'
            ? 'Many codes that do not exist were asked for from your network. Try again in a minute; the code keeps working.'
            : 'The server cannot reach its records. Nothing is lost: try again in a few minutes; the code keeps working.'}
        </p>
        <Help site={site} />
      </>
    ),
  });
}

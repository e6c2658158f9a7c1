import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SCRIPT_PATH, STYLE_PATH } from './page-assets';

/** What every public page says about who runs this server. */
export interface Site {
  readonly operatorName: string;
  readonly contactEmail: string;
  /** The host of `PUBLIC_URL`, as a person would type it. */
  readonly host: string;
}

interface DocumentProps {
  readonly site: Site;
  readonly title: string;
  readonly children: ReactNode;
  /** Kept out of search engines, and the reader's next site is not told where they were. */
  readonly unlisted?: boolean;
  /** The page follows something that runs: it reloads itself, by script where there is one, else every 5 s. */
  readonly running?: boolean;
  /** Loads the script that adds local time, copying and quiet refreshing; the page is whole without it. */
  readonly scripted?: boolean;
}

/** The one layout of the public pages, as a whole HTML document. */
export function renderDocument(props: DocumentProps): string {
  return `<!doctype html>${renderToStaticMarkup(<PublicDocument {...props} />)}`;
}

function PublicDocument(props: DocumentProps): ReactElement {
  const { site, unlisted = false, running = false, scripted = false } = props;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {unlisted && <meta name="robots" content="noindex" />}
        <title>{`${props.title} - SocioGenie`}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={STYLE_PATH} />
        {running && (
          <noscript>
            <meta httpEquiv="refresh" content="5" />
          </noscript>
        )}
        {scripted && <script src={SCRIPT_PATH} defer />}
      </head>
      <body>
        <a className="skip" href="#content">
          Skip to content
        </a>
        <header>
          <a className="brand" href="/">
            SocioGenie
          </a>
        </header>
        <main id="content" tabIndex={-1} data-running={running || undefined}>
          {props.children}
        </main>
        <p className="unseen" role="status" />
        <footer>
          <nav aria-label="Help">
            <a href="/data-deletion">Data deletion instructions</a>
            <a href="/deletion-status">Check a deletion code</a>
            <a href="/privacy">Privacy</a>
          </nav>
          <p>
            {site.operatorName}, <a href={`mailto:${site.contactEmail}`}>{site.contactEmail}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}

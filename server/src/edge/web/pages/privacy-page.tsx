import type { ReactElement } from 'react';
import type { StoredDataLists } from '../stored-data';
import type { RemoveAppLink } from './deletion-status-page';
import { renderDocument, type Site } from './document';
import { rightsSections } from './privacy-rights';
import { StoredDataTable } from './stored-data-table';
import { type Section, WithContents } from './with-contents';

/** When the text of this page was last changed. */
const LAST_CHANGED = new Date('2026-11-24T00:00:00Z');

/** The privacy page. It claims only what the software of this version does. */
export function renderPrivacy(site: Site & RemoveAppLink, data: StoredDataLists): string {
  return renderDocument({
    site,
    title: 'Privacy',
    children: (
      <WithContents
        intro={<Intro site={site} />}
        sections={[whatWeHold(data), howWeKeepIt(), whoElseSeesIt(), ...rightsSections(site)]}
        lastChanged={LAST_CHANGED}
      />
    ),
  });
}

function Intro({ site }: { site: Site }): ReactElement {
  return (
    <>
      <h1>Privacy</h1>
      <p className="lead">What SocioGenie knows about you, why, who else sees it, and how to remove it</p>
      <p>
        {site.operatorName} runs SocioGenie at {site.host} and answers for the personal data in it. Write to{' '}
        <a href={`mailto:${site.contactEmail}`}>{site.contactEmail}</a> about anything on this page.
      </p>
    </>
  );
}

function whatWeHold(data: StoredDataLists): Section {
  return {
    id: 'what-we-hold',
    title: '1. What we hold, why, and until when',
    body: (
      <>
        <StoredDataTable
          id="from-instagram"
          caption="From Instagram, once you connect"
          rows={data.instagram}
        />
        <StoredDataTable id="your-account" caption="Your SocioGenie account" rows={data.account} />
        <p>
          We do not receive or store your Instagram password. We hold no names, messages or comments of the
          people who follow you: analytics are numbers about your account.
        </p>
      </>
    ),
  };
}

function howWeKeepIt(): Section {
  return {
    id: 'how-we-keep-it',
    title: '2. How we keep it',
    body: (
      <ul>
        <li>
          Access tokens, Instagram ids, usernames and your email are encrypted before they are stored. Each
          connection has keys of its own, which are kept apart from the data.
        </li>
        <li>When data is deleted, its keys are removed first, then the data itself, then we count again.</li>
        <li>Passwords are stored only as a hash that cannot be turned back.</li>
        <li>
          One cookie keeps you signed in; another, a random number, lets us know this browser when it signs in
          again. There are no cookies for anything else, no advertising and no scripts from other companies.
        </li>
      </ul>
    ),
  };
}

function whoElseSeesIt(): Section {
  return {
    id: 'who-else-sees-it',
    title: '3. Who else sees it',
    body: (
      <p>
        Instagram (Meta), and nobody else. We ask Instagram for your profile and your analytics with the
        access you granted, and Instagram tells us when you remove the app or ask for deletion. Mails to you
        pass through the mail server of this installation, if it has one; they name no Instagram account. We
        sell nothing and share nothing else.
      </p>
    ),
  };
}

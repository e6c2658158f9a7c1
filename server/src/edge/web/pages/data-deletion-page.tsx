import type { ReactElement } from 'react';
import type { StoredData } from '../stored-data';
import { afterDeletion, contact } from './data-deletion-after';
import { deleteAtInstagram, deleteInside } from './data-deletion-ways';
import type { RemoveAppLink } from './deletion-status-page';
import { renderDocument, type Site } from './document';
import { StoredDataTable } from './stored-data-table';
import { OurNote, type Section, WithContents } from './with-contents';

/** When the text of this page was last changed. */
const LAST_CHANGED = new Date('2026-11-23T00:00:00Z');

/**
 * The public data deletion instructions. The published wording is kept to the letter, with operator, contact and host
 * from configuration; what is ours stands in notes that look apart from it.
 */
export function renderDataDeletion(site: Site & RemoveAppLink, instagramData: readonly StoredData[]): string {
  return renderDocument({
    site,
    title: 'Instagram Data Deletion Instructions',
    children: (
      <WithContents
        intro={<Intro site={site} />}
        sections={[
          whatWeStore(instagramData),
          deleteInside(site),
          deleteAtInstagram(),
          afterDeletion(),
          contact(site),
        ]}
        outro={<Outro />}
        lastChanged={LAST_CHANGED}
      />
    ),
  });
}

function Intro({ site }: { site: Site }): ReactElement {
  return (
    <>
      <p className="eyebrow">Data deletion</p>
      <h1>Instagram Data Deletion Instructions</h1>
      <p className="lead">How to remove Instagram data stored by SocioGenie</p>
      <p>
        SocioGenie (operated by {site.operatorName}) lets you connect an Instagram Business account to publish
        content and view insights. This page explains what Instagram-related data we store, how you can delete
        it, and how we handle deletion requests initiated through Meta.
      </p>
      <p>
        <a href="/deletion-status">Check a deletion code</a>
      </p>
    </>
  );
}

function whatWeStore(instagramData: readonly StoredData[]): Section {
  return {
    id: 'what-we-store',
    title: '1. Instagram data we store',
    body: (
      <>
        <p>
          When you connect Instagram to SocioGenie, we store only the information needed to publish on your
          behalf and show connection status in your account. This may include:
        </p>
        <ul>
          <li>Your Instagram user ID</li>
          <li>Your Instagram username</li>
          <li>Long-lived access tokens and token expiry dates</li>
          <li>Instagram analytics data linked to your SocioGenie account</li>
        </ul>
        <p>
          We do not receive or store your Instagram password. Content you create in SocioGenie (drafts,
          scheduled posts, media) is stored separately under your SocioGenie account and is not removed
          automatically when you disconnect Instagram unless you delete that content or your full SocioGenie
          account.
        </p>
        <OurNote title="The exact list">
          <StoredDataTable
            id="exact-list"
            caption="What this server stores because of a connection"
            rows={instagramData}
          />
          <p>This version of SocioGenie reads the profile and analytics; it does not publish yet.</p>
        </OurNote>
      </>
    ),
  };
}

function Outro(): ReactElement {
  return (
    <>
      <h2>Questions about this document?</h2>
      <p>Our team can help with privacy, legal, or compliance requests.</p>
      <p>SocioGenie</p>
    </>
  );
}

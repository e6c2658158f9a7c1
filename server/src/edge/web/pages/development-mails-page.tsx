import type { ReactElement } from 'react';
import type { KeptMail } from '../../../features/notice';
import { renderDocument, type Site } from './document';
import { Moment } from './time';

/** Every mail of the development mailbox as its plain text says it, with its one link to follow. */
export function renderDevelopmentMails(site: Site, mails: readonly KeptMail[]): string {
  return renderDocument({
    site,
    title: 'Development mailbox',
    unlisted: true,
    children: (
      <>
        <h1>Development mailbox</h1>
        <p>
          This server has no mail server, so its mails stand here for 7 days, newest first. Nobody else gets
          them. With <code>SMTP_URL</code> they are sent and this page is gone.
        </p>
        {mails.length === 0 ? <p>No mail yet.</p> : mails.map((mail) => <Mail key={mail.mailId} {...mail} />)}
      </>
    ),
  });
}

function Mail({ to, subject, text, sentAt }: KeptMail): ReactElement {
  return (
    <section>
      <h2>{subject}</h2>
      <p>
        To {to}, <Moment at={sentAt} />
      </p>
      {text
        .trim()
        .split(/\n+/)
        .map((line) => (
          <p key={line}>{/^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line}</p>
        ))}
    </section>
  );
}

import type { Stand } from './stand';

/** A mail as the development mailbox shows it. */
export interface ShownMail {
  readonly to: string;
  readonly subject: string;
  /** Every paragraph, the link's address among them. */
  readonly text: string;
  /** The one link of the mail; null when it has none. */
  readonly link: URL | null;
}

/** The mails that stand in the development mailbox, newest first, after what is queued was sent. */
export async function mailbox(stand: Stand, to?: string): Promise<ShownMail[]> {
  await stand.drain();
  const response = await fetch(new URL('/dev/mail', stand.url), { headers: { accept: 'text/html' } });
  if (response.status !== 200) throw new Error(`the mailbox answered ${response.status}`);
  const html = await response.text();
  const mails = html
    .split('<section>')
    .slice(1)
    .map((part): ShownMail => {
      const section = part.split('</section>')[0] ?? '';
      const text = readable(section);
      const href = /<a href="([^"]+)">/.exec(section)?.[1];
      return {
        subject: readable(/<h2>(.*?)<\/h2>/.exec(section)?.[1] ?? ''),
        to: /<p>To (.*?),/.exec(section)?.[1] ?? '',
        text,
        link: href === undefined ? null : new URL(href),
      };
    });
  return to === undefined ? mails : mails.filter((mail) => mail.to === to);
}

/** The token of the newest mail with a link to this page. */
export async function mailedToken(stand: Stand, to: string, path: string): Promise<string> {
  const mail = (await mailbox(stand, to)).find(({ link }) => link?.pathname === path);
  if (!mail?.link) throw new Error(`no mail to ${to} links to ${path}`);
  return mail.link.hash.slice(1);
}

const readable = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

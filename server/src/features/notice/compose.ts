import type { Letter } from '../../platform/mail/mailer';

/** What a mail says, before it is text and HTML. */
export interface LetterWords {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action: { readonly label: string; readonly url: string } | null;
  /** Why it came. */
  readonly reason: string;
}

/** Who stands at the foot of every mail. */
export interface Sender {
  readonly operatorName: string;
  readonly contactEmail: string;
}

/**
 * A mail as plain text and as HTML that says the same: no picture, no script, nothing from elsewhere, and no address
 * but the one link and the contact.
 */
export function compose(words: LetterWords, sender: Sender): Pick<Letter, 'subject' | 'text' | 'html'> {
  const { subject, paragraphs, action, reason } = words;
  const foot = [reason, `${sender.operatorName}, ${sender.contactEmail}`];
  const link = action === null ? [] : [`${action.label}:\n${action.url}`];
  return {
    subject,
    text: `${[`${subject}.`, ...paragraphs, ...link, '--', ...foot].join('\n\n')}\n`,
    html: [
      '<!doctype html><html lang="en"><head><meta charset="utf-8">',
      `<meta name="color-scheme" content="light dark"><title>${toHtml(subject)}</title></head>`,
      '<body style="font:16px/24px system-ui,sans-serif;max-width:36rem;margin:24px auto;padding:0 16px">',
      `<p><strong>SocioGenie</strong></p><h1 style="font-size:20px;line-height:28px">${toHtml(subject)}</h1>`,
      ...paragraphs.map((paragraph) => `<p>${toHtml(paragraph)}</p>`),
      action === null ? '' : `<p><a href="${toHtml(action.url)}">${toHtml(action.label)}</a></p>`,
      `<hr>${foot.map((line) => `<p style="font-size:14px;line-height:20px">${toHtml(line)}</p>`).join('')}`,
      '</body></html>',
    ].join('\n'),
  };
}

/** A moment by the clock of a time zone, such as "on Sun 29 Nov 2026, 10:15 (Europe/Berlin)". */
export function momentIn(timeZone: string, at: Date): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const { weekday, day, month, year, hour, minute } = part;
  return `on ${weekday} ${day} ${month} ${year}, ${hour}:${minute} (${timeZone})`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const toHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

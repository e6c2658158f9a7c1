import type { Clock } from '../../platform/clock';

const VALID_DAYS = 180;

/** The text of `/.well-known/security.txt` (RFC 9116). `Expires` moves on by itself, to the day. */
export function securityTxt(site: { publicUrl: URL; contactEmail: string }, clock: Clock): string {
  const expires = new Date(clock.now().getTime() + VALID_DAYS * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  return [
    `Contact: mailto:${site.contactEmail}`,
    `Expires: ${expires.toISOString()}`,
    `Canonical: ${site.publicUrl.origin}/.well-known/security.txt`,
    'Preferred-Languages: en',
    '',
  ].join('\n');
}

import type { SentCallback } from './world.ts';

/** What Meta needs from the answer to a deletion callback (meta-contract, section 8.4). */
export type DeletionAnswer =
  | { valid: true; url: string; confirmationCode: string }
  | { valid: false; faults: string[] };

/** Reads the app's answer as strictly as Meta documents it, with every fault in words. Plain http is let pass on this machine only. */
export function readDeletionAnswer(sent: SentCallback): DeletionAnswer {
  if (sent.failure !== null) return { valid: false, faults: [`The app did not answer: ${sent.failure}.`] };
  const faults = sent.status === 200 ? [] : [`The status is ${sent.status}, not 200.`];
  const answer = parse(sent.body);
  if (answer === null) return { valid: false, faults: [...faults, 'The body is not a JSON object.'] };
  const { url, confirmation_code: code } = answer;
  if (typeof url !== 'string' || !isPublic(url)) faults.push('"url" is not an absolute https address.');
  if (typeof code !== 'string' || !/^[A-Za-z0-9]+$/.test(code))
    faults.push('"confirmation_code" is not alphanumeric text.');
  if (faults.length > 0) return { valid: false, faults };
  return { valid: true, url: String(url), confirmationCode: String(code) };
}

function parse(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function isPublic(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && local);
}

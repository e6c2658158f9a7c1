import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PAGE_STYLE, SCRIPT_PATH, STYLE_PATH } from './pages/page-assets';
import { STORED_DATA } from './stored-data';
import { deletionStatus } from './testing/deletion-status';
import { asBrowser, readableText, webApp } from './testing/web-app';

const MOST_BYTES = 15 * 1024;

/** The published wording, sentence by sentence, as it must stand for the site of these tests. */
function publishedSentences(site: { operator: string; contact: string; host: string }): string[] {
  return readFileSync(join(__dirname, 'testing', 'seed-page.txt'), 'utf8')
    .replaceAll('MAGNATEX LLP', site.operator)
    .replaceAll('founder@magnatex.co', site.contact)
    .replaceAll('www.sociogenie.ai', site.host)
    .split('\n')
    .map((line) => line.replace(/^- /, '').trim())
    .flatMap((line) => line.split(/(?<=[.?]) (?=[A-Z])/))
    .filter((sentence) => sentence !== '');
}

/** The first sentence that does not follow the ones before it, or null. */
function firstMissing(sentences: readonly string[], text: string): string | null {
  let from = 0;
  for (const sentence of sentences) {
    const at = text.indexOf(sentence, from);
    if (at < 0) return sentence;
    from = at + sentence.length;
  }
  return null;
}

describe('/data-deletion', () => {
  it('keeps every sentence of the published wording, in order', async () => {
    const app = await webApp();
    const { body } = await app.inject({ url: '/data-deletion', headers: asBrowser });
    const sentences = publishedSentences({
      operator: 'MAGNATEX LLP',
      contact: 'founder@magnatex.co',
      host: 'localhost:4000',
    });
    expect(sentences.length).toBeGreaterThan(35);
    expect(firstMissing(sentences, readableText(body))).toBeNull();
  });

  it('takes operator, contact and host from configuration, as text', async () => {
    const app = await webApp({
      publicUrl: new URL('https://social.example'),
      operatorName: 'Fish & <Chips> Ltd',
      contactEmail: 'privacy@social.example',
    });
    const { body } = await app.inject({ url: '/data-deletion', headers: { host: 'social.example' } });
    const sentences = publishedSentences({
      operator: 'Fish & <Chips> Ltd',
      contact: 'privacy@social.example',
      host: 'social.example',
    });
    expect(firstMissing(sentences, readableText(body))).toBeNull();
    expect(body).toContain('Fish &amp; &lt;Chips&gt; Ltd');
    expect(body).not.toMatch(/MAGNATEX|sociogenie\.ai/);
  });

  it('lists exactly what is stored, and says what revoking really is, apart from the wording', async () => {
    const app = await webApp();
    const { body } = await app.inject({ url: '/data-deletion', headers: asBrowser });
    const notes = [...body.matchAll(/<div class="ours".*?<\/div>/gs)].map(([note]) =>
      readableText(`<body>${note}`),
    );
    expect(notes).toHaveLength(3);
    for (const { what, why, until } of STORED_DATA.instagram) {
      expect(notes[0]).toContain(`${what} ${why} ${until}`);
    }
    expect(notes[1]).toContain('Instagram documents no way for an app to do that');
    expect(notes[2]).toContain('Every connection is deleted as above');
    expect(body).toContain('<a href="/deletion-status">Check a deletion code</a>');
    expect(readableText(body)).toMatch(/Last changed \d+ \w+ 20\d\d/);
  });
});

it('/privacy shows both lists and how to delete', async () => {
  const app = await webApp();
  const { body, statusCode } = await app.inject({ url: '/privacy', headers: asBrowser });
  const text = readableText(body);
  expect(statusCode).toBe(200);
  for (const { what, why, until } of [...STORED_DATA.instagram, ...STORED_DATA.account]) {
    expect(text).toContain(`${what} ${why} ${until}`);
  }
  expect(text).toContain('choose Disconnect');
});

it('/privacy names both cookies, and everybody who sees something: Instagram and the mail servers', async () => {
  const app = await webApp();
  const text = readableText((await app.inject({ url: '/privacy', headers: asBrowser })).body);
  expect(text).toContain('One cookie keeps you signed in; another, random one lets us tell you');
  expect(text).toContain('The mail servers on the way to you, when we mail you: they see your address');
  expect(text).toContain('where you let us hear of comments, that somebody commented');
  expect(text).not.toContain('and nobody else.');
});

describe('weight', () => {
  it.each([
    '/data-deletion',
    '/privacy',
    '/deletion-status',
    '/deletion-status/nothing',
    '/deletion-status/known',
  ])('%s and the style come to at most 15 kB as they are sent', async (path) => {
    const code = 'A'.repeat(26);
    const app = await webApp({
      findDeletionStatus: async (asked) => (asked === code ? deletionStatus() : null),
    });
    const headers = { ...asBrowser, 'accept-encoding': 'gzip, br' };
    const page = await app.inject({ url: path.replace('known', code), headers });
    const style = await app.inject({ url: STYLE_PATH, headers });
    expect(page.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(page.rawPayload).toString()).toContain(`href="${STYLE_PATH}"`);
    expect(gunzipSync(style.rawPayload).toString()).toBe(PAGE_STYLE);
    expect(page.rawPayload.length + style.rawPayload.length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('of the script that checks receipts is small too', async () => {
    const app = await webApp();
    const script = await app.inject({ url: SCRIPT_PATH, headers: { 'accept-encoding': 'gzip' } });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.rawPayload.length).toBeLessThanOrEqual(4 * 1024);
  });

  it('is measured on text that compresses like text', () => {
    expect(gzipSync(PAGE_STYLE).length).toBeGreaterThan(500);
  });
});

it('keeps the style for a year under an address made of its content', async () => {
  const app = await webApp();
  const reply = await app.inject({ url: STYLE_PATH });
  expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(reply.headers['content-type']).toBe('text/css; charset=utf-8');
  expect(reply.headers['content-encoding']).toBeUndefined();
});

it('sends plain text to a reader that refuses gzip', async () => {
  const app = await webApp();
  const reply = await app.inject({
    url: '/privacy',
    headers: { ...asBrowser, 'accept-encoding': 'gzip;q=0, br' },
  });
  expect(reply.headers['content-encoding']).toBeUndefined();
  expect(reply.body).toContain('<!doctype html>');
});

it('has a security.txt that is valid for months to come', async () => {
  const app = await webApp({ publicUrl: new URL('https://social.example') });
  const reply = await app.inject({ url: '/.well-known/security.txt', headers: { host: 'social.example' } });
  expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(reply.body.split('\n')).toEqual([
    'Contact: mailto:founder@magnatex.co',
    'Expires: 2027-05-22T00:00:00.000Z',
    'Canonical: https://social.example/.well-known/security.txt',
    'Preferred-Languages: en',
    '',
  ]);
});

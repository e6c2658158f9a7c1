import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import type { Limiter } from '../../../platform/limits/limiter';
import { silentLog } from '../../../platform/log';
import { refuseBadAddress } from '../security-headers';
import { STORED_DATA } from '../stored-data';
import { withReadableCode } from '../unreadable-code';
import { registerWeb, type WebDeps } from '../web';

/** A limiter in memory that refuses once `points` attempts are taken. */
export function memoryLimiter(points: number): Limiter & { taken: string[] } {
  const taken: string[] = [];
  const count = (who: string): number => taken.filter((other) => other === who).length;
  return {
    taken,
    take: async (who) => {
      taken.push(who);
      return count(who) > points ? { retryAfterMs: 1000 } : null;
    },
  };
}

/** A built client as Vite leaves it, in a folder of its own that goes with `remove`. */
export function builtClient(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'sociogenie-client-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<html><meta nonce="__CSP_NONCE__"><div id="root"></div></html>');
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'assets', 'main-A1b2.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'main-A1b2.js.gz'), gzipSync('export {};'));
  writeFileSync(join(folder, 'assets', 'main-A1b2.js.map'), '{}');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** The web door alone on a Fastify of its own, everything behind it replaceable. */
export async function webApp(overrides: Partial<WebDeps> = {}): Promise<FastifyInstance> {
  const publicUrl = overrides.publicUrl ?? new URL('http://localhost:4000');
  const https = publicUrl.protocol === 'https:';
  const app = Fastify({
    rewriteUrl: ({ url = '/' }) => withReadableCode(url),
    frameworkErrors: refuseBadAddress({ https }),
  });
  await registerWeb(app, {
    publicUrl,
    operatorName: 'MAGNATEX LLP',
    contactEmail: 'founder@magnatex.co',
    removeAppUrl: 'https://www.instagram.com/accounts/manage_access/',
    storedData: STORED_DATA,
    clientDist: '/nowhere',
    clock: { now: () => new Date('2026-11-23T14:05:00Z') },
    findDeletionStatus: async () => null,
    findReceipt: async () => null,
    receiptKeys: async () => ({ keys: [] }),
    receiptCheckpoint: async () => null,
    listMails: null,
    missLimiter: memoryLimiter(30),
    readiness: async () => [],
    metrics: new Registry(),
    log: silentLog,
    ...overrides,
  });
  return app;
}

/** A browser opening a page on the public host. */
export const asBrowser = {
  host: 'localhost:4000',
  accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
};

/** The text of a page as a person reads it: no tags, no head, one space between words. */
export function readableText(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return body
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<\/?(a|span|time|strong|em)\b[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

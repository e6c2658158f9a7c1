import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { carriedChromium, isCarried } from './browser/carried-chromium';
import { installedBrowser } from './browser/installed-browser';

/** No sandbox, as root may run it; nothing that would reach out by itself. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a Chromium without a window; close it in `afterAll`. On Linux x64 it is the one that an npm package carries,
 * elsewhere one that is installed.
 *
 * @throws Error that says what to do when there is no browser, or the web app is not built.
 */
export async function openBrowser(): Promise<Browser> {
  requireBuiltClient();
  const { path, env } = isCarried ? await carriedChromium() : installedBrowser();
  return chromium.launch({
    executablePath: path,
    args: [...ARGS, ...(isCarried ? ['--headless=shell'] : [])],
    env: { ...process.env, ...env },
  });
}

function requireBuiltClient(): void {
  if (existsSync(join(__dirname, '..', '..', 'client', 'dist', 'index.html'))) return;
  throw new Error(
    'The web app is not built: run "node server/scripts/build.mjs", or "pnpm test", which does.',
  );
}

// Makes the README's picture from a running `start` with its demo account:
//   node test/browser/screenshot.mjs [http://localhost:4000]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [url = 'http://localhost:4000'] = process.argv.slice(2);
const picture = join(import.meta.dirname, '..', '..', 'server', 'docs', 'screenshot.png');

const folder = mkdtempSync(join(tmpdir(), 'sociogenie-screenshot-'));
process.env.TMPDIR = folder;
try {
  const { default: carried } = await import('@sparticuz/chromium');
  const executablePath = process.env.CHROME ?? (await carried.executablePath());
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--headless=shell'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Email').fill('demo@sociogenie.example');
  await page.getByLabel('Password').fill('demo-sociogenie');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('region').nth(1).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: picture });
  await browser.close();
  process.stdout.write(`${picture}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

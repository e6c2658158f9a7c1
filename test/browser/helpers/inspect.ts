import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.0 to 2.2, A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Each scheme and each width once under every rule; in the other two pairs only colours and sizes could differ. */
const LOOKS = [
  { colorScheme: 'light', width: 1280, height: 800, rules: 'all' },
  { colorScheme: 'dark', width: 1280, height: 800, rules: 'drawing' },
  { colorScheme: 'dark', width: 375, height: 720, rules: 'all' },
  { colorScheme: 'light', width: 375, height: 720, rules: 'drawing' },
] as const;

const DRAWING = ['color-contrast', 'link-in-text-block', 'target-size'];

/** The narrowest screen that has to do; also what 1280 px are at a zoom of 400 %. */
const NARROWEST = 320;

/**
 * What axe finds wrong with the state that the page is in, in light and dark, wide and on a phone, and whether it
 * scrolls sideways on the narrowest screen; empty when all is well. With a folder in `SCREENSHOTS` each look is kept
 * there as a picture, to be looked at.
 */
export async function inspect(page: Page, state: string): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, width, height, rules } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    await settle(page);
    await keepPicture(page, `${state} ${colorScheme} ${width}`);
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (rules === 'all' ? axe.withTags(RULES) : axe.withRules(DRAWING)).analyze();
    for (const { id, help, nodes } of violations) {
      const places = nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`);
      found.push(`${state}, ${colorScheme} ${width}: ${id}, ${help}\n  ${places.join('\n  ')}`);
    }
  }
  await page.setViewportSize({ width: NARROWEST, height: 640 });
  await settle(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 0) found.push(`${state}: at ${NARROWEST} px the page is ${wider} px too wide`);
  const [first] = LOOKS;
  await page.emulateMedia({ colorScheme: first.colorScheme });
  await page.setViewportSize(first);
  return found;
}

/** Lets the page draw what the last change led to. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, '-')}.png`), fullPage: true });
}

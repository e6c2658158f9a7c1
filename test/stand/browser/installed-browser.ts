import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Chrome or Chromium that can be started. */
export interface BrowserProgram {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chrome or Chromium in its usual places.
 *
 * @throws Error that says what to install when there is none.
 */
export function installedBrowser(): BrowserProgram {
  const found = usualPlaces().find((path) => existsSync(path));
  if (found !== undefined) return { path: found, env: {} };
  throw new Error(
    `No browser for the browser specs: on ${process.platform} ${process.arch} install Google Chrome or Chromium, then run them again.`,
  );
}

function usualPlaces(): string[] {
  const { PATH = '', PROGRAMFILES, 'PROGRAMFILES(X86)': programFilesX86, LOCALAPPDATA } = process.env;
  if (process.platform === 'darwin') return MAC;
  if (process.platform === 'win32') {
    const roots = [PROGRAMFILES, programFilesX86, LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) =>
      ['Google\\Chrome', 'Chromium'].map((name) => join(root, name, 'Application', 'chrome.exe')),
    );
  }
  return PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
}

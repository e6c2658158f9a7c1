import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name and version of what runs, as receipts carry it: "sociogenie/0.1.0". */
export const SOFTWARE = `sociogenie/${versionOf(join(__dirname, '..', '..', 'package.json'))}`;

function versionOf(manifest: string): string {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return version;
}

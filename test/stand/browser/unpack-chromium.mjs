// Unpacks the Chromium that the npm package carries, its fonts and the libraries it needs into the temporary folder of
// this process, which is given by TMPDIR. A process of its own, because the package reads that folder only there.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

const archives = fileURLToPath(new URL('../bin', import.meta.resolve('@sparticuz/chromium')));
await Promise.all([chromium.executablePath(), inflate(join(archives, 'al2023.tar.br'))]);

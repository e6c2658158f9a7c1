import { setTimeout as sleep } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { Person } from './person';

export interface SeenExport {
  readonly state: string;
  readonly progressPercent: number;
  readonly requestedAt: string;
  readonly readyAt: string | null;
  readonly expiresAt: string | null;
  readonly endedAt: string | null;
  readonly sizeBytes: number | null;
}

const FIELDS = 'dataExport { state progressPercent requestedAt readyAt expiresAt endedAt sizeBytes }';

/** The person's newest export, as the screen sees it. */
export async function dataExport(person: Person): Promise<SeenExport | null> {
  return (await person.execute(`{ viewer { ${FIELDS} } }`)).data.viewer.dataExport;
}

/** Asks for an export; the refusal, or null when it is begun. */
// biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
export async function requestExport(person: Person): Promise<any> {
  const answer = await person.execute(
    'mutation { requestDataExport { userErrors { __typename ... on TooManyDataExports { retryAt } } } }',
  );
  return answer.data === null ? answer.errors[0] : (answer.data.requestDataExport.userErrors[0] ?? null);
}

export async function discardExport(person: Person): Promise<void> {
  await person.execute('mutation { discardDataExport { userErrors { __typename } } }');
}

/** Asks for a link; its path, or the name of the refusal. */
export async function exportLink(person: Person): Promise<string> {
  const answer = await person.execute('mutation { issueDataExportLink { url userErrors { __typename } } }');
  const { url, userErrors } = answer.data.issueDataExportLink;
  return url === null ? userErrors[0].__typename : new URL(url).pathname;
}

/** An export that is ready. */
export async function givenExport(person: Person): Promise<void> {
  const refused = await requestExport(person);
  if (refused !== null) throw new Error(`an export was refused: ${JSON.stringify(refused)}`);
  await person.stand.drain();
  const seen = await dataExport(person);
  if (seen?.state !== 'READY') throw new Error(`the export is ${seen?.state}`);
}

/** Downloads the export that is ready, with a fresh link. */
export async function download(person: Person): Promise<Buffer> {
  const response = await person.fetch(await exportLink(person));
  if (response.status !== 200) throw new Error(`the download answered ${response.status}`);
  const zip = Buffer.from(await response.arrayBuffer());
  await untilDownloaded(person);
  return zip;
}

/** Waits until the server has noted what its network told it: a moment after the last byte arrived here. */
export async function untilDownloaded(person: Person): Promise<void> {
  const deadline = performance.now() + 10_000;
  while ((await dataExport(person))?.state !== 'DOWNLOADED') {
    if (performance.now() > deadline) throw new Error('the download was not noted');
    await sleep(20);
  }
}

/** The files of a zip, by name, by another program than the one that wrote it; every checksum is compared. */
export function unzip(zip: Buffer): ReadonlyMap<string, string> {
  const sums = checksums(zip);
  return new Map(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => {
      if (sums.get(name) !== crc32(bytes)) throw new Error(`${name} does not match its checksum`);
      return [name, new TextDecoder('utf-8', { fatal: true }).decode(bytes)];
    }),
  );
}

/** What the zip's central directory says of each file. */
function checksums(zip: Buffer): ReadonlyMap<string, number> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  const sums = new Map<string, number>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const from = at + 46;
    sums.set(zip.toString('utf8', from, from + (name ?? 0)), zip.readUInt32LE(at + 16));
    at = from + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return sums;
}

/** The rows of one of the export's JSON files. */
// biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
export function jsonOf(files: ReadonlyMap<string, string>, name: string): any[] {
  return JSON.parse(files.get(`${name}.json`) ?? 'null');
}

/** The rows of one of its CSV files: every field as text, null for one that is not known. Strict: what is known is quoted. */
export function csvOf(files: ReadonlyMap<string, string>, name: string): Record<string, string | null>[] {
  const text = files.get(`${name}.csv`) ?? '';
  const rows: (string | null)[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const field = /^(?:"((?:[^"]|"")*)")?(,|\r\n)/.exec(text.slice(at));
    if (field === null) throw new Error(`${name}.csv cannot be read at ${at}: ${text.slice(at, at + 40)}`);
    rows.at(-1)?.push(field[1] === undefined ? null : field[1].replaceAll('""', '"'));
    at += field[0].length;
    if (field[2] === '\r\n') rows.push([]);
  }
  const [names = [], ...lines] = rows.slice(0, -1);
  return lines.map((line) =>
    Object.fromEntries(names.map((column, index) => [String(column), line[index] ?? null])),
  );
}

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createDataSource } from '../../server/src/platform/database/data-source';
import { Secret } from '../../server/src/platform/secret';
import { createSpecDatabase, type SpecDatabase } from './database';
import { operate } from './operator';
import { snapshot } from './snapshot';
import { Stand, type StandOptions } from './stand';

/** A server that a spec stops, restores and starts again, on a database and in folders that stay. */
export class Installation {
  #stand: Stand | null = null;
  private last: Stand | null = null;

  private constructor(
    readonly database: SpecDatabase,
    readonly dataDir: string,
    /** Where backups go. */
    readonly folder: string,
  ) {}

  static async open(options: StandOptions = {}): Promise<Installation> {
    const dataDir = mkdtempSync(join(tmpdir(), 'sociogenie-installation-'));
    const folder = mkdtempSync(join(tmpdir(), 'sociogenie-backups-'));
    const installation = new Installation(await createSpecDatabase(), dataDir, folder);
    await installation.start(options);
    return installation;
  }

  /** The running server. */
  get stand(): Stand {
    if (this.#stand === null) throw new Error('the server is stopped');
    return this.#stand;
  }

  /** The clock of the last start: commands follow it, also while the server is stopped. */
  clock(): Stand['clock'] {
    if (this.last === null) throw new Error('it was never started');
    return this.last.clock;
  }

  /** Starts the server at the time at which it was stopped. */
  async start(options: StandOptions = {}): Promise<Stand> {
    const now = this.last === null ? {} : { now: this.last.clock.now() };
    const on = { dataDir: this.dataDir, databaseUrl: this.database.url };
    this.#stand = await Stand.open({ ...now, ...options, on });
    this.last = this.#stand;
    return this.#stand;
  }

  async stop(): Promise<void> {
    await this.#stand?.close();
    this.#stand = null;
  }

  /** The name of its database. */
  get databaseName(): string {
    return new URL(this.database.url).pathname.slice(1);
  }

  /** Runs a command of the operator, whether or not the server runs. */
  async operate(...words: readonly string[]): Promise<{ code: number; output: string }> {
    if (this.last === null) throw new Error('it was never started');
    return operate(this.last, ...words);
  }

  /** Makes a backup and answers its files. */
  async backUp(): Promise<{ data: string; keys: string }> {
    const before = new Set(readdirSync(this.folder));
    const { code, output } = await this.operate('backup', '--to', this.folder);
    if (code !== 0) throw new Error(output);
    const made = readdirSync(this.folder).filter((name) => !before.has(name));
    const file = (part: string) => join(this.folder, made.find((name) => name.endsWith(part)) ?? '');
    return { data: file('.data'), keys: file('.keys') };
  }

  /** A digest of every row, whether or not the server runs. */
  async snapshot(): Promise<Record<string, string>> {
    const dataSource = createDataSource({ url: new Secret(this.database.url), entities: [], poolSize: 1 });
    await dataSource.initialize();
    try {
      return await snapshot(dataSource);
    } finally {
      await dataSource.destroy();
    }
  }

  /** The names of the epoch keys' files. */
  ring(): string[] {
    return readdirSync(join(this.dataDir, 'keys', 'epochs')).sort();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.database.drop();
    for (const folder of [this.dataDir, this.folder]) rmSync(folder, { recursive: true, force: true });
  }
}

/** The lines of a backup's file, as they are. */
export const linesOf = (path: string): string[] =>
  gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');

/** The rows of a backup's file, by table. */
// biome-ignore lint/suspicious/noExplicitAny: specs read files as the documents they are.
export function rowsOf(path: string): Record<string, any[]> {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const tables: Record<string, any[]> = {};
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  let rows: any[] = [];
  for (const line of linesOf(path)) {
    const document = JSON.parse(line.replace(/^#/, ''));
    if (!line.startsWith('#')) rows.push(document);
    else if (document.table !== undefined) {
      rows = [];
      tables[document.table.name] = rows;
    }
  }
  return tables;
}

/** Writes a backup's file anew with other lines before its end, as somebody does who knows the format. */
export function rewrite(path: string, change: (lines: string[]) => string[]): void {
  const text = change(linesOf(path).slice(0, -1))
    .map((line) => `${line}\n`)
    .join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(path, gzipSync(`${text}#${JSON.stringify({ sha256 })}\n`));
}

/** The lines without those of one table. */
export function withoutTable(lines: readonly string[], table: string): string[] {
  const from = lines.findIndex((line) => line.startsWith('#{"table"') && line.includes(`"name":"${table}"`));
  if (from === -1) return [...lines];
  const length = lines.slice(from).findIndex((line) => line.startsWith('#{"rows"')) + 1;
  return lines.toSpliced(from, length);
}

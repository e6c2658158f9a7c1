import { type BenchDatabase, openDatabase } from '../lib/database.ts';
import { fire, formPost, type Shot } from '../lib/load.ts';
import { pairs } from '../lib/pairs.ts';
import { findPgbench, runPgbench } from '../lib/pgbench.ts';
import { type Known, pgbenchScript } from '../lib/pgbench-script.ts';
import { LOAD_CORE, pin } from '../lib/pinning.ts';
import { ServerProcess } from '../lib/server-process.ts';
import { printTable } from '../lib/table.ts';
import { type SentStatement, WireTap } from '../lib/wire-tap.ts';
import { type Installation, install, signedRequest } from '../people/installation.ts';
import { People } from '../people/people.ts';

const PATH = '/meta/data-deletion';

export interface Effort {
  readonly people: number;
  readonly pairs: number;
  readonly clients: readonly number[];
}

interface Case {
  readonly name: string;
  /** Whom request number `k` is about. */
  readonly userId: (k: number) => string;
  readonly known: Known;
  /** Connections that each request cuts. */
  readonly cuts: 0 | 1;
}

/**
 * The data-deletion callback beside pgbench running the same SQL: the statements that the server really sends for one
 * request, recorded on their way to PostgreSQL, in the same round trips, prepared. Both sides run on core 0, PostgreSQL
 * and the load on core 1, and everything is put back to its first state before each run.
 */
export async function benchCallback(effort: Effort): Promise<void> {
  const pgbench = findPgbench();
  pin(process.pid, LOAD_CORE);
  const database = await openDatabase();
  const installation = await install(database);
  try {
    const first = await ServerProcess.start(installation.env);
    await first.stop();
    const people = new People(installation, effort.people);
    await people.settle();
    const cases: readonly Case[] = [
      { name: 'unknown person', userId: (k) => `9${k}`, known: new Map(), cuts: 0 },
      { name: 'one connection', userId: (k) => people.userId(k), known: people.knownOfFirst(), cuts: 1 },
    ];
    const recorded = await record(installation, people, cases);
    const server = await ServerProcess.start(installation.env);
    try {
      printTable(
        HEADING,
        await measure({ installation, people, server, database, pgbench }, cases, recorded, effort),
      );
    } finally {
      await server.stop();
    }
  } finally {
    await installation.client.end();
    await database.close();
  }
}

interface Stage {
  readonly installation: Installation;
  readonly people: People;
  readonly server: ServerProcess;
  readonly database: BenchDatabase;
  readonly pgbench: string;
}

const HEADING = [
  ...[
    'request',
    'clients',
    'statements',
    'round trips',
    'callback/s',
    'pgbench/s',
    'ratio',
    'lowest-highest',
  ],
  ...['CPU ms: server', '+ PostgreSQL', 'pgbench: PostgreSQL'],
];

async function measure(
  stage: Stage,
  cases: readonly Case[],
  recorded: readonly Recorded[],
  effort: Effort,
): Promise<string[][]> {
  const rows: string[][] = [];
  for (const [index, one] of cases.entries()) {
    const sent = recorded[index];
    if (sent === undefined) throw new Error('nothing was recorded');
    for (const clients of effort.clients) {
      const runs = new Runs(stage, one, clients);
      const result = await pairs(effort.pairs, {
        subject: () => runs.server(),
        peer: () => runs.pgbench(sent.script),
      });
      rows.push([
        ...[one.name, String(clients), String(sent.statements), String(sent.roundTrips)],
        ...[
          perSecond(runs.count, result.subject),
          perSecond(runs.count, result.peer),
          result.ratio.toFixed(2),
        ],
        ...[`${result.lowest.toFixed(2)}-${result.highest.toFixed(2)}`, ...runs.cpu()],
      ]);
    }
  }
  return rows;
}

const perSecond = (count: number, seconds: number): string => Math.round(count / seconds).toString();

interface Recorded {
  readonly script: string;
  readonly statements: number;
  readonly roundTrips: number;
}

/** Sends two requests of each case through the tap, after enough others that every statement is prepared. */
async function record(
  installation: Installation,
  people: People,
  cases: readonly Case[],
): Promise<Recorded[]> {
  const tap = await WireTap.open(installation.env.DATABASE_URL ?? '');
  const server = await ServerProcess.start({ ...installation.env, DATABASE_URL: tap.url });
  const recorded: Recorded[] = [];
  try {
    for (const one of cases) {
      await people.restore();
      const requests = shots(server.port, one, 4).reverse();
      const taken: SentStatement[][] = [];
      for (const shot of requests) {
        tap.take();
        await fire(server.port, 1, [shot]);
        taken.push(tap.take());
      }
      const [other, measured] = taken.slice(-2);
      if (other === undefined || measured === undefined) throw new Error('nothing was recorded');
      recorded.push({
        script: pgbenchScript(measured, other, one.known),
        statements: measured.length,
        roundTrips: measured.at(-1)?.roundTrip ?? 0,
      });
    }
  } finally {
    await server.stop();
    tap.close();
  }
  return recorded;
}

/** A fresh signed request for each number; each answer is a code of its own. */
function shots(port: number, one: Case, count: number): Shot[] {
  const codes = new Set<string>();
  const issuedAt = Math.floor(Date.now() / 1000);
  return Array.from({ length: count }, (_, k) => ({
    bytes: formPost(port, PATH, `signed_request=${signedRequest(one.userId(k), issuedAt)}`),
    check(status, body) {
      const code = /"confirmation_code":"([A-Z2-7]{26})"/.exec(body)?.[1];
      if (status !== 200 || code === undefined || codes.has(code)) {
        throw new Error(`the callback answered ${status} ${body}`);
      }
      codes.add(code);
    },
  }));
}

/** The two sides of one case, each begun with everything as it was settled and checked against the database. */
class Runs {
  readonly count: number;
  private readonly stage: Stage;
  private readonly one: Case;
  private readonly clients: number;
  private readonly spent: Record<'server' | 'beside' | 'peer', number[]> = {
    server: [],
    beside: [],
    peer: [],
  };

  constructor(stage: Stage, one: Case, clients: number) {
    this.stage = stage;
    this.one = one;
    this.clients = clients;
    this.count = stage.people.each - (stage.people.each % clients);
  }

  async server(): Promise<number> {
    const { people, server, database } = this.stage;
    await people.restore();
    const requests = shots(server.port, this.one, this.count);
    const before = [server.cpuSeconds(), database.cpuSeconds()] as const;
    const seconds = await fire(server.port, this.clients, requests);
    this.spent.server.push(server.cpuSeconds() - before[0]);
    this.spent.beside.push(database.cpuSeconds() - before[1]);
    await this.check();
    return seconds;
  }

  async pgbench(script: string): Promise<number> {
    const { people, database, pgbench } = this.stage;
    await people.restore();
    const before = database.cpuSeconds();
    const seconds = await runPgbench(pgbench, {
      ...{ databaseUrl: database.url, folder: database.folder, script, clients: this.clients },
      transactionsPerClient: this.count / this.clients,
    });
    this.spent.peer.push(database.cpuSeconds() - before);
    await this.check();
    return seconds;
  }

  /** Milliseconds of processor time a request, the least: the server's, PostgreSQL's for it, PostgreSQL's for pgbench. */
  cpu(): string[] {
    const { server, beside, peer } = this.spent;
    return [server, beside, peer].map((seconds) => ((Math.min(...seconds) * 1000) / this.count).toFixed(2));
  }

  private async check(): Promise<void> {
    const { rows } = await this.stage.installation.client.query<{
      requests: number;
      cut: number;
      jobs: number;
    }>(
      `select (select count(*)::int from deletion_request) as requests,
        (select count(*)::int from instagram_connection where cut_at is not null) as cut,
        (select count(*)::int from graphile_worker._private_jobs) as jobs`,
    );
    const [found] = rows;
    const cut = this.one.cuts * this.count;
    if (found?.requests === this.count && found.cut === cut && found.jobs === this.count) return;
    throw new Error(`after ${this.count} requests: ${JSON.stringify(found)}`);
  }
}

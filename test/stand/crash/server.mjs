// The compiled server in a process of its own, for specs that crash it. One process serves several cells: apps on
// databases of their own. Each statement and each call to Instagram that a cell makes while it is armed is an event; at the
// chosen one the cell stands still and says so, and whoever started this process kills it, kills PostgreSQL, or lets it go on
// with that event's connection cut.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDate } from 'node:util/types';

const { SERVER } = process.env;
const require = createRequire(join(SERVER, 'package.json'));
const dist = (path) => require(join(SERVER, 'dist', path));

// The chosen time, for everything in this process: the queue's library asks `Date` what is due.
let now = 0;
const MachineDate = Date;
globalThis.Date = class extends MachineDate {
  constructor(...when) {
    super(...(when.length === 0 ? [now] : when));
  }
  static now() {
    return now;
  }
  static [Symbol.hasInstance](value) {
    return isDate(value);
  }
};

require('reflect-metadata');
const pg = require('pg');
const { Dispatcher } = require('undici');
const { buildApp } = dist('app.js');
const { readConfig } = dist('platform/config/read-config.js');
const { DeadWorkers } = dist('platform/jobs/heartbeat.js');
const { silentLog } = dist('platform/log.js');

const cells = new Map();
const callers = new AsyncLocalStorage();

/** Where an event goes through: counts it, and stops the cell there when it is the chosen one. */
async function pass(cell, name, perform, cut) {
  const { armed } = cell;
  if (armed === null) return await perform();
  if (armed.stopped !== null) {
    // The whole cell stands still, not this strand alone.
    await armed.stopped;
    return await perform();
  }
  armed.events.push(name);
  if (armed.events.length !== armed.at) return await perform();
  if (armed.when === 'before') {
    if ((await stop(cell, armed, `before ${name}`)) === 'cut') cut();
    return await perform();
  }
  const result = await perform().catch(() => null);
  const how = await stop(cell, armed, `after ${name}, its reply not seen`);
  if (how === 'postgres' && name.startsWith('call ')) return result;
  cut();
  throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
}

async function stop(cell, armed, place) {
  armed.stopped = new Promise((resolve) => {
    armed.goOn = resolve;
  });
  process.send({ reached: cell.name, place });
  return await armed.stopped;
}

const query = pg.Client.prototype.query;
pg.Client.prototype.query = function counted(...args) {
  const cell = cells.get(this.database);
  if (cell === undefined || cell.armed === null) return query.apply(this, args);
  const callback = typeof args.at(-1) === 'function' ? args.pop() : null;
  const words = (args[0].text ?? args[0]).replaceAll(/\s+/g, ' ').trim().slice(0, 60);
  const done = pass(
    cell,
    words,
    () => query.apply(this, args),
    () => this.connection.stream.destroy(),
  );
  if (callback === null) return done;
  done.then((result) => callback(null, result), callback);
};

const request = Dispatcher.prototype.request;
Dispatcher.prototype.request = function counted(options) {
  const cell = callers.getStore();
  if (cell === undefined) return request.call(this, options);
  const name = `call ${options.method} ${options.path.split('?')[0].replaceAll(/\d{5,}/g, ':id')}`;
  process.send({ called: cell.name, name });
  return pass(
    cell,
    name,
    () => request.call(this, options),
    () => {},
  );
};

/** One integrator that read everything, and is told when it is deleted. */
const integratorOf = ({ INTEGRATOR_URL: url, INTEGRATOR_SECRET: secret }) => ({
  whoRead: async (_tx, { connectionIds }) =>
    connectionIds.length === 0 ? [] : [{ reference: 'acme', connectionIds, endpoint: { url, secret } }],
});

/** Runs the app of a cell, and notes as whose what it calls from there on. */
async function open({ cell: name, env }) {
  const { config, secrets } = readConfig(env, env.DATA_DIR);
  const app = await buildApp(config, secrets, {
    log: silentLog,
    passwordCost: { memoryKiB: 8, passes: 1 },
    recipients: integratorOf(env),
  });
  const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: 1 });
  pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
  const deadWorkers = new DeadWorkers(app.dataSource, pool, { now: () => new Date() });
  const cell = { name, app, pool, deadWorkers, armed: null };
  const { server } = app.http;
  const emit = server.emit;
  server.emit = (event, ...args) =>
    event === 'request'
      ? callers.run(cell, () => emit.call(server, event, ...args))
      : emit.call(server, event, ...args);
  await app.http.listen({ host: '127.0.0.1', port: config.port });
  cells.set(name, cell);
}

const drain = (cell) =>
  callers.run(cell, async () => {
    await cell.app.settled();
    await cell.app.jobs.drain();
  });

// An attempt to tell somebody queues the next one before it begins; cut off, it stays behind as one that is given up.
const OPEN =
  "graphile_worker.jobs where not (task_identifier = 'tell-recipient' and key is null and attempts = max_attempts)";
const JOBS = `select count(*)::int as count from ${OPEN}`;
const LEFT = `select key, attempts, last_error, locked_by, run_at from ${OPEN}`;
const AGAIN = `select graphile_worker.reschedule_jobs(
  (select array_agg(id) from graphile_worker.jobs where locked_at is null), run_at => $1::timestamptz)`;

/** What a running server does in the minutes after a crash: gives up on dead workers, runs what is due, and runs it again. */
async function settle(cell) {
  for (let round = 0; ; round += 1) {
    // Dead is who was silent at two looks.
    await cell.deadWorkers.release();
    await cell.deadWorkers.release();
    await drain(cell);
    const [{ count }] = await cell.app.dataSource.query(JOBS);
    if (count === 0) return [];
    if (round === 5) return await cell.app.dataSource.query(LEFT);
    await cell.app.dataSource.query(AGAIN, [new Date().toISOString()]);
  }
}

const asks = {
  open,
  drain: ({ cell }) => drain(cells.get(cell)),
  settle: ({ cell }) => settle(cells.get(cell)),
  async time({ at }) {
    now = at;
  },
  async arm({ cell, at, when }) {
    cells.get(cell).armed = { at, when, events: [], stopped: null, goOn: () => {} };
  },
  async goOn({ cell, how }) {
    cells.get(cell).armed?.goOn(how);
  },
  /** Ends the counting. Answers the events that there were. */
  async disarm({ cell }) {
    const { armed } = cells.get(cell);
    cells.get(cell).armed = null;
    return armed?.events ?? [];
  },
  async close({ cell }) {
    const { app, pool } = cells.get(cell);
    cells.delete(cell);
    await pool.end();
    await app.close();
  },
};

process.on('message', async ({ id, ask, ...about }) => {
  try {
    process.send({ id, value: await asks[ask](about) });
  } catch (error) {
    process.send({ id, error: error.stack });
  }
});
process.on('disconnect', () => process.exit());
process.send({ id: 0 });

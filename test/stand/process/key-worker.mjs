// A process of its own that works on a key store with the compiled server, and kills itself at the step that KILL_AT names.
// A step is a change of a file, or a statement that changes something or ends a transaction, that is about to be done.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { KILL_AT, JOB, NOW, DATABASE_URL, FOLDER, MASTER_KEYS, SERVER } = process.env;
const require = createRequire(join(SERVER, 'package.json'));
require('reflect-metadata');
const dist = (path) => require(join(SERVER, 'dist', path));

let counting = false;
let steps = 0;
function step() {
  if (!counting) return;
  steps += 1;
  if (steps === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL');
}

function count(target, name, changes = () => true) {
  const original = target[name];
  target[name] = function counted(...args) {
    if (changes(args[0])) step();
    return original.apply(this, args);
  };
}

const fs = require('node:fs');
for (const name of [
  'writeFileSync',
  'chmodSync',
  'renameSync',
  'openSync',
  'writeSync',
  'fsyncSync',
  'unlinkSync',
])
  count(fs, name);
count(require('pg').Client.prototype, 'query', (statement) =>
  /^\s*(insert|update|delete|commit)/i.test(statement?.text ?? statement),
);

const { ENTITIES } = dist('entities.js');
const { createDataSource } = dist('platform/database/data-source.js');
const { Secret } = dist('platform/secret.js');
const { silentLog } = dist('platform/log.js');
const { FileKeyRing, ServiceKeysAtRest, Vault, loadMasterKeys, retireEpochs, rotateMasterKey } =
  dist('platform/vault/index.js');

const clock = { now: () => new Date(NOW) };
const dataSource = createDataSource({ url: new Secret(DATABASE_URL), entities: ENTITIES, poolSize: 2 });
await dataSource.initialize();
const masterKeys = loadMasterKeys({ kind: 'environment' }, new Secret(MASTER_KEYS));
const ring = new FileKeyRing(FOLDER, masterKeys, clock);
const vault = new Vault(ring, clock);

const jobs = {
  retire: () => retireEpochs({ dataSource, ring, vault, clock, log: silentLog, alertOperator: () => {} }),
  rotate: () =>
    rotateMasterKey(dataSource, masterKeys, [ring, new ServiceKeysAtRest(dataSource, masterKeys)]),
  keep: () =>
    dataSource.transaction((tx) =>
      vault.createKey(tx, { kind: 'token', subjectId: crypto.randomUUID(), generation: 1 }),
    ),
};
counting = true;
await jobs[JOB]();
counting = false;
process.stdout.write(`${steps}\n`);
await dataSource.destroy();

import { benchCallback } from './callback/callback.ts';
import { benchErasing } from './erasing/erasing.ts';
import { benchSignedRequests } from './signed-requests/signed-requests.ts';

/** With `--tiny`: enough to see that everything still runs; no figure of it means anything. */
const BENCHES: Readonly<Record<string, (tiny: boolean) => Promise<void>>> = {
  callback: (tiny) =>
    benchCallback(
      tiny
        ? { people: 8, pairs: 1, clients: [2] }
        : {
            people: 1_000,
            pairs: 5,
            clients: [8, 32],
          },
    ),
  erasing: (tiny) => benchErasing(tiny ? { people: 8, erasures: 2 } : { people: 120, erasures: 30 }),
  'signed-requests': (tiny) => benchSignedRequests(tiny ? 1_000 : 1_000_000),
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = names.find((name) => BENCHES[name] === undefined);
if (unknown !== undefined)
  throw new Error(`there is no bench ${unknown}: ${Object.keys(BENCHES).join(', ')}`);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`\n${name}`);
  await bench(args.includes('--tiny'));
}

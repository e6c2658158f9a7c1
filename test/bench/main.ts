import { benchCallback } from './callback/callback.ts';

const USUAL = { people: 1_000, pairs: 5, clients: [8, 32] };
/** Enough to see that everything still runs; no figure of it means anything. */
const TINY = { people: 8, pairs: 1, clients: [2] };

const BENCHES: Readonly<Record<string, (tiny: boolean) => Promise<void>>> = {
  callback: (tiny) => benchCallback(tiny ? TINY : USUAL),
};

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

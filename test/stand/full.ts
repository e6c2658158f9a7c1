/** Whether everything is to run (`pnpm test:full`) and not only the fixed sample of each large suite. */
export const FULL = process.env.FULL === '1';

/** All of a large suite with `pnpm test:full`; else as many as `count`, the same ones each time. */
export function sampled<T>(all: readonly T[], count: number): readonly T[] {
  return FULL || all.length <= count ? all : draw(all, count, 20_261_123);
}

/** So many different elements, chosen by a seed: the same seed chooses the same ones. */
function draw<T>(all: readonly T[], count: number, seed: number): T[] {
  const random = randomOf(seed);
  const left = [...all];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

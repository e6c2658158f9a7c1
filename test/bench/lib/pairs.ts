import { median } from './median.ts';

/** Seconds that the same work took, subject and peer, and how fast the subject is beside the peer (higher is faster). */
export interface Paired {
  readonly subject: number;
  readonly peer: number;
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Runs both sides in turn, `count` times after one turn to warm up, and compares each run with its neighbour: the
 * machine's speed drifts by minutes, so only what ran side by side is compared. Medians.
 */
export async function pairs(
  count: number,
  sides: { readonly subject: () => Promise<number>; readonly peer: () => Promise<number> },
): Promise<Paired> {
  const [subject, peer, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let turn = 0; turn <= count; turn += 1) {
    const ours = await sides.subject();
    const theirs = await sides.peer();
    if (turn === 0) continue;
    subject.push(ours);
    peer.push(theirs);
    ratios.push(theirs / ours);
  }
  return {
    ...{ subject: median(subject), peer: median(peer), ratio: median(ratios) },
    ...{ lowest: Math.min(...ratios), highest: Math.max(...ratios) },
  };
}

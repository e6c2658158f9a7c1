/** The middle one; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = sorted.length % 2 === 1 ? [middle, middle] : [middle - 1, middle];
  const [a, b] = [sorted[low], sorted[high]];
  if (a === undefined || b === undefined) throw new Error('no median of nothing');
  return (a + b) / 2;
}

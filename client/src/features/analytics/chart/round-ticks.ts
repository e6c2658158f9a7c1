const roundSteps = [1, 2, 2.5, 5, 10];

/**
 * Axis ticks for counts: from 0, evenly spaced by a round whole step, at most five, the last at or above `max`.
 * The chart library's own ticks come out as 550, 1650.
 */
export function roundTicks(max: number): number[] {
  const step = Math.max(1, roundStep(max / 4));
  const intervals = Math.max(1, Math.ceil(max / step));
  return Array.from({ length: intervals + 1 }, (_, index) => index * step);
}

/** The smallest round number at or above `least`; below 10 only whole ones, because half a like does not exist. */
function roundStep(least: number): number {
  if (least <= 1) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const factor = roundSteps.find((each) => each * magnitude >= least && Number.isInteger(each * magnitude));
  return (factor ?? 10) * magnitude;
}

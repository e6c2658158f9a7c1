/** When a flow made its nth step, counted in the steps of both; after everything else if it never did. */
export function timeOf(steps: string, flow: 'a' | 'b', nth: number): number {
  return [...steps.matchAll(new RegExp(flow, 'gi'))][nth - 1]?.index ?? steps.length;
}

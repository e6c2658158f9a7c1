/** Whose step comes next, one letter a step: `AAB` is twice the first flow and then the second. */
export type Order = string;

/** Every order of so many steps of A and so many of B: C(a + b, a) of them. */
export function ordersOf(a: number, b: number): Order[] {
  if (a === 0 || b === 0) return ['A'.repeat(a) + 'B'.repeat(b)];
  return [...ordersOf(a - 1, b).map((rest) => `A${rest}`), ...ordersOf(a, b - 1).map((rest) => `B${rest}`)];
}

/** How the two lines of a chart look; the legend draws its samples from the same values. */
export const lineStyles = {
  complete: { color: 'var(--sg-series-1)', strokeDasharray: '0' },
  filling: { color: 'var(--sg-series-1)', strokeDasharray: '0.1 5' },
} as const;

import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { givenChartSize } from '../analytics.fixtures';
import { toRangeSeries } from '../model/range-series';
import { ChartLegend } from './chart-legend';
import { SeriesChart } from './series-chart';

beforeEach(givenChartSize);

function given(values: (number | null)[], missingReason: 'META_ERROR' | null = null) {
  const answer = { metric: 'REACH' as const, values, total: null, previousTotal: null, missingReason };
  const range = { from: '2026-11-14', to: '2026-11-22', completeUntil: '2026-11-20', syncedAt: null };
  const [series] = toRangeSeries({ ...range, series: [answer] });
  if (series === undefined) throw new Error('one series in, none out');
  const { container } = render(
    <MantineProvider env="test">
      <SeriesChart series={series} title="Reach per day" />
      <ChartLegend series={series} />
    </MantineProvider>,
  );
  const lines = [...container.querySelectorAll('path.recharts-line-curve')].map(
    (path) => path.getAttribute('d') ?? '',
  );
  return { lines, dots: container.querySelectorAll('circle').length };
}

/** How many separate strokes a drawn path has: it is lifted at each gap. */
function strokes(path: string | undefined) {
  return path?.match(/M/g)?.length ?? 0;
}

describe('SeriesChart', () => {
  it('lifts the line at a gap instead of going to 0 or through it', () => {
    const { lines, dots } = given([610, 700, null, 800, 900, null, 650, null, null]);
    expect(strokes(lines[0])).toBe(3);
    expect(dots).toBe(1);
  });

  it('draws the days still filling as a dotted line from the last complete day', () => {
    const { lines, dots } = given([610, 700, 650, 800, 900, 1_000, 650, 400, 100]);
    expect(lines).toHaveLength(2);
    expect(lines.map(strokes)).toEqual([1, 1]);
    expect(dots).toBe(0);
    expect(screen.getByText('still filling, in no total')).toBeVisible();
  });

  it('names the first and the last day, and round numbers from 0', () => {
    given([610, 700, 650, 800, 900, 1_000, 650, 400, 100]);
    const ticks = [...document.querySelectorAll('.recharts-cartesian-axis-tick-value')];
    const labels = ticks.map((tick) => [...tick.children].map((word) => word.textContent).join(' '));
    expect(labels).toEqual(['14 Nov', '17 Nov', '19 Nov', '22 Nov', '0', '250', '500', '750', '1,000']);
  });

  it('can be walked with the arrow keys, gaps included', async () => {
    given([610, null, 650, 800, 900, 1_000, 650, 400, null], 'META_ERROR');
    await userEvent.tab();
    expect(screen.getByRole('application', { name: 'Reach per day, line chart' })).toHaveFocus();
    expect(await screen.findByText('Sat 14 Nov 2026')).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('Sat 14 Nov 2026Reach 610');
    await userEvent.keyboard('{ArrowRight}');
    expect(await screen.findByText('Reach not known: Instagram answered with an error')).toBeVisible();
    await userEvent.keyboard('{ArrowRight>6/}');
    expect(await screen.findByText('Sat 21 Nov 2026')).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('Reach 400Still filling, in no total');
  });
});

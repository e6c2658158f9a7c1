import type { Page } from 'playwright-core';

/** A line of the table behind the chart. */
export interface TableDay {
  readonly day: string;
  /** Null where the table says that it is not known. */
  readonly value: number | null;
  readonly stillFilling: boolean;
}

/** Reads the table of a metric, as shown on the Analytics screen. */
export async function readTable(page: Page, caption: string): Promise<TableDay[]> {
  const table = page.getByRole('table', { name: caption });
  await table.waitFor();
  const lines = await table.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      day: row.querySelector('time')?.dateTime ?? '',
      head: row.querySelector('th')?.textContent ?? '',
      cell: row.querySelector('td')?.textContent ?? '',
    })),
  );
  return lines.map(({ day, head, cell }) => ({
    day,
    value: cell.startsWith('not known') ? null : readNumber(cell),
    stillFilling: head.includes('still filling'),
  }));
}

/** Reads the total on a tile; null where it says that it is not known. */
export async function readTile(page: Page, label: string): Promise<number | null> {
  const tile = page.getByRole('button', { name: new RegExp(`^${label}`) });
  const total = (await tile.locator('span').nth(1).textContent()) ?? '';
  return total === '-' ? null : readNumber(total);
}

/** A whole number as the screens write it, with commas between thousands. */
function readNumber(text: string): number {
  if (!/^\d{1,3}(,\d{3})*$/.test(text)) throw new Error(`not a whole number: ${text}`);
  return Number(text.replaceAll(',', ''));
}

import { csvLine, type Value } from './csv';
import type { PlannedTable } from './export-plan';

/** A file of the zip: its name, and its text in pieces. */
export interface ExportFile {
  readonly name: string;
  text(): AsyncIterable<string> | Iterable<string>;
}

/** The two files of a table; each reads the rows anew, from the same snapshot. */
export function filesOf(
  planned: PlannedTable,
  rows: () => AsyncIterable<readonly Value[]>,
): readonly ExportFile[] {
  const names = planned.columns.map(({ name }) => name);
  return [
    { name: `${planned.file}.csv`, text: () => csvText(names, rows()) },
    { name: `${planned.file}.json`, text: () => jsonText(names, rows()) },
  ];
}

async function* csvText(
  names: readonly string[],
  rows: AsyncIterable<readonly Value[]>,
): AsyncGenerator<string> {
  yield csvLine(names);
  for await (const row of rows) yield csvLine(row);
}

/** An array of objects, one a line. */
async function* jsonText(
  names: readonly string[],
  rows: AsyncIterable<readonly Value[]>,
): AsyncGenerator<string> {
  let before = '[';
  for await (const row of rows) {
    yield `${before}\n${JSON.stringify(Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])))}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

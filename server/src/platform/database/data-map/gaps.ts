import type { DataMap, MapTable } from './data-map';

/** What does not hold together in a map, each as a sentence that says what to do. */
export function gaps(map: DataMap): string[] {
  return [
    ...map.tables.flatMap((table) => pathGaps(map, table)),
    ...map.tables.flatMap(columnGaps),
    ...jsonOfOthers(map),
    ...holdingGaps(map),
    ...retentionGaps(map),
  ];
}

/** Every path must end at the account, over columns that are there. */
function pathGaps(map: DataMap, table: MapTable): string[] {
  if (table.noPerson !== null) return [];
  if (table.paths.length === 0)
    return [`${table.name} has no path to its person: give @Subject one, or say why with @NoPerson.`];
  return table.paths.flatMap(({ column, to }) => {
    if (!table.columns.some(({ name }) => name === column))
      return [`${table.name} leads to its person by ${column}, and has no such column: mend the path.`];
    return leads(map, to, [table.name])
      ? []
      : [`${table.name}.${column} leads to ${to}, and not on to an account: mend the path.`];
  });
}

function leads(map: DataMap, to: string, seen: readonly string[]): boolean {
  if (to === 'itself') return true;
  const table = map.tables.find(({ name }) => to.startsWith(`${name}.`));
  if (table === undefined || seen.includes(table.name)) return false;
  const column = to.slice(table.name.length + 1);
  if (!table.columns.some(({ name }) => name === column)) return false;
  return table.paths.some((path) => leads(map, path.to, [...seen, table.name]));
}

function columnGaps(table: MapTable): string[] {
  return table.columns.flatMap((column) => {
    const at = `${table.name}.${column.name}`;
    const found: string[] = [];
    if (isJson(column.type) && (column.keys === null || column.keys.length === 0))
      found.push(`${at} is JSON without a list of its keys: name every key that may stand in it.`);
    if (table.noPerson === null && column.holding === null)
      found.push(`${at} counts as nothing that people are told about: give it or its table a holding.`);
    if (column.form !== 'clear' && table.noPerson !== null)
      found.push(`${at} is personal on a table that says it has no person: give the table a @Subject.`);
    return found;
  });
}

const isJson = (type: string): boolean => /^jsonb?$/.test(type);

/** The columns of libraries that are JSON have to list their keys too. */
function jsonOfOthers(map: DataMap): string[] {
  return map.foreignTables.flatMap((table) =>
    Object.entries(table.jsonKeys ?? {})
      .filter(([column]) => !table.columns.includes(column))
      .map(([column]) => `${table.name} lists keys of ${column}, and has no such column: mend its name.`),
  );
}

/** What people are told about is what is held, no more and no less. */
function holdingGaps(map: DataMap): string[] {
  const used = new Set(map.tables.flatMap(({ columns }) => columns.map(({ holding }) => holding)));
  const listed = new Set(map.holdings.map(({ name }) => name));
  return [
    ...[...used]
      .filter((name) => name !== null && !listed.has(name))
      .map((name) => `${name} is held and not on the list that people read: add it to HOLDINGS.`),
    ...map.holdings
      .filter(({ name }) => !used.has(name))
      .map(
        ({ name }) => `${name} is on the list that people read, and nothing is held as that: take it off.`,
      ),
    ...map.holdings
      .filter(({ counted }) => counted !== null && !hasColumn(map, counted.table, counted.column))
      .map(({ name }) => `${name} is counted by a column that is not there: mend its name.`),
  ];
}

/** What is kept after an erasure must end by time, and each limit must count from a column that is there. */
function retentionGaps(map: DataMap): string[] {
  const unknown = map.retention.flatMap(({ name, limits = [] }) =>
    limits
      .filter(
        ({ table, column, forgets }) =>
          !hasColumn(map, table, column) || (forgets !== 'row' && !hasColumn(map, table, forgets.column)),
      )
      .map(({ table, column }) => `${name} ends by ${table}.${column}, which is not there: mend its name.`),
  );
  const endless = map.tables
    .filter(({ noPerson }) => noPerson === null)
    .flatMap((table) =>
      table.columns
        .filter(({ onErase, retention }) => onErase.startsWith('kept') && !isTimed(map, retention))
        .map(({ name }) => `${table.name}.${name} is kept after an erasure without an end: give it a limit.`),
    );
  return [...unknown, ...endless];
}

function isTimed(map: DataMap, line: string): boolean {
  return (map.retention.find(({ name }) => name === line)?.limits ?? []).length > 0;
}

function hasColumn(map: DataMap, table: string, column: string): boolean {
  return map.tables.find(({ name }) => name === table)?.columns.some(({ name }) => name === column) ?? false;
}

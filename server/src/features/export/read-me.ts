import type { PlannedTable } from './export-plan';

export interface ReadMeFacts {
  readonly madeAt: Date;
  /** The account's own clock. */
  readonly timeZone: string;
  readonly operatorName: string;
  readonly contactEmail: string;
  readonly plan: readonly PlannedTable[];
}

/** The text that explains the other files: what each is, what it is held for, until when, and what is not in them. */
export function readMe({ madeAt, timeZone, operatorName, contactEmail, plan }: ReadMeFacts): string {
  const written = plan.filter(({ columns }) => columns.length > 0);
  const parts = [
    `Your data at SocioGenie\n=======================`,
    `Everything that this SocioGenie server (operated by ${operatorName}) held about your account on ${madeAt.toISOString()} (UTC).\nYour account's time zone is ${timeZone}. Questions: ${contactEmail}`,
    HOW_TO_READ,
    ...written.map(aboutTable),
    `What is not in here\n-------------------\n${notExported(plan)}`,
    `Nothing of this export stays here: the file was destroyed with its key after you downloaded it. Posts on Instagram, and what\nInstagram itself holds about you, are not part of it.`,
  ];
  return `${parts.join('\n\n').replaceAll('\n', '\r\n')}\r\n`;
}

const HOW_TO_READ = `How to read the files
---------------------
Each kind of record is there twice: as CSV for spreadsheets and as JSON for programs, both in UTF-8.
- Times are in UTC (they end in Z). The days of analytics are Instagram's days: dates in Los Angeles.
- What is not known is left empty in CSV and null in JSON. It is never 0.
- Ids of Instagram's are text. If a spreadsheet asks, import every column as text: as numbers, their last digits get lost.
- A text in CSV that begins with = + - @ (or a tab or line break) has an apostrophe before it, so that no spreadsheet takes
  it for a formula. JSON has it as it is.
- Lists are separated by spaces in CSV.
- Ids such as connection_id are random ones of ours; the same id in two files is the same thing.`;

function aboutTable({ file, holding, columns }: PlannedTable): string {
  const title = `${file}.csv, ${file}.json`;
  return [
    title,
    '-'.repeat(title.length),
    `What:  ${holding.what}`,
    `Why:   ${holding.why}`,
    `Until: ${holding.kept.until}`,
    ...columns.map(({ name, purpose }) => `  ${name}: ${purpose}`),
  ].join('\n');
}

function notExported(plan: readonly PlannedTable[]): string {
  return plan
    .flatMap(({ table, leftOut }) => leftOut.map(({ column, why }) => `  ${table}, ${column}: ${why}`))
    .join('\n');
}

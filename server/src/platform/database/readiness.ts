import type { DataSource } from 'typeorm';

/** The names of what is missing for work; empty when the database answers. */
export async function missingParts(dataSource: DataSource): Promise<readonly string[]> {
  try {
    await dataSource.query('select 1');
    return [];
  } catch {
    return ['database'];
  }
}

import { ENTITIES } from '../../../server/src/entities';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { type PersonalColumn, personalColumns } from '../../../server/src/platform/database/personal';
import { Secret } from '../../../server/src/platform/secret';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly personal: PersonalColumn | null;
}

/** A table as TypeORM knows it, with its schema in front when it has one of its own. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** Every table of ours, from the entities: no database is needed for it. */
export async function tables(): Promise<Table[]> {
  const dataSource = createDataSource({ url: new Secret('postgres://127.0.0.1/none'), entities: ENTITIES });
  // biome-ignore lint/complexity/useLiteralKeys: protected; what `initialize` does before it connects.
  await dataSource['buildMetadatas']();
  return dataSource.entityMetadatas.map((entity) => ({
    name: entity.tablePath,
    columns: entity.columns.map((column) => ({
      name: column.databaseName,
      type: typeof column.type === 'string' ? column.type : column.type.name,
      personal: personalOf(entity.target, column.propertyName),
    })),
  }));
}

function personalOf(entity: unknown, property: string): PersonalColumn | null {
  return personalColumns().find((column) => column.entity === entity && column.property === property) ?? null;
}

import { getMetadataArgsStorage } from 'typeorm';
import { declaredColumns } from '../personal';
import { declaredTables } from '../subject';
import { columnName, tableName } from './build-data-map';

/** What TypeORM knows and nobody classified, each as a sentence that says what to do. */
export function undeclared(entities: readonly object[]): string[] {
  const storage = getMetadataArgsStorage();
  const missingTables = entities
    .filter((entity) => !declaredTables().some((table) => table.entity === entity))
    .map(
      (entity) =>
        `${tableName(entity)} says nothing about its person: add @Subject with the path to the account, or @NoPerson with the reason.`,
    );
  const missingColumns = storage.columns
    .filter(({ target }) => entities.includes(target as object))
    .filter(
      ({ target, propertyName }) =>
        !declaredColumns().some(({ entity, property }) => entity === target && property === propertyName),
    )
    .map(
      ({ target, propertyName, options }) =>
        `${tableName(target as object)}.${columnName(propertyName, options.name)} is not classified: declare it with @Sealed, @BlindIndex or @Clear instead of @Column.`,
    );
  return [...missingTables, ...missingColumns];
}

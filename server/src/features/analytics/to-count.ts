/** A `bigint` as PostgreSQL's driver hands it over, made a number here and nowhere else; null stays null. */
export function toCount(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

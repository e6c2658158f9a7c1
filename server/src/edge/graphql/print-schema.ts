import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './schema';

/** The committed `schema.graphql`: sorted, with every description. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}

const [, , target] = process.argv;
if (require.main === module && target !== undefined) writeFileSync(target, schemaText());

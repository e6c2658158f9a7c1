import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './schema';

/** The committed `schema.graphql`: sorted, with every description. */
export function schemaText(): string {
  return `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}

if (require.main === module) process.stdout.write(schemaText());

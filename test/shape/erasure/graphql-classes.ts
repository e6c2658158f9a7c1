import { join } from 'node:path';
import { ROOT } from '../helpers/files';

interface Declared {
  readonly target: unknown;
}

interface TypeGraphql {
  getMetadataStorage(): Readonly<
    Record<'objectTypes' | 'inputTypes' | 'interfaceTypes' | 'fields', readonly Declared[]>
  >;
}

/** Every class that carries a decorator of TypeGraphQL. The library belongs to the server, so it is found from there. */
export function graphqlClasses(): ReadonlySet<unknown> {
  const path = require.resolve('type-graphql', { paths: [join(ROOT, 'server')] });
  const { objectTypes, inputTypes, interfaceTypes, fields } = (
    require(path) as TypeGraphql
  ).getMetadataStorage();
  return new Set([...objectTypes, ...inputTypes, ...interfaceTypes, ...fields].map(({ target }) => target));
}

import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLSafeInt, GraphQLURL } from 'graphql-scalars';

function renamed(scalar: GraphQLScalarType, name: string, description: string): GraphQLScalarType {
  const { specifiedByURL: _, extensions: __, ...config } = scalar.toConfig();
  return new GraphQLScalarType({ ...config, name, description });
}

/** An instant, in ISO 8601 with its offset. */
export const DateTimeScalar = renamed(
  GraphQLDateTimeISO,
  'DateTime',
  'An instant in ISO 8601, such as 2026-11-23T14:02:00.000Z.',
);

/** A calendar day, never an instant. */
export const DateScalar = renamed(GraphQLLocalDate, 'Date', 'A calendar day, YYYY-MM-DD.');

/** A whole number of up to 53 bits: `Int` ends at 2.1 billion views. */
export const CountScalar = renamed(GraphQLSafeInt, 'Count', 'A whole number of up to 53 bits.');

/** An absolute web address. */
export const UrlScalar = renamed(GraphQLURL, 'URL', 'An absolute address on the web.');

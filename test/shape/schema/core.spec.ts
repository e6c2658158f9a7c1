import { buildSchema, findBreakingChanges, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { createSchema } from '../../../server/src/edge/graphql/schema';
import { expectNone } from '../helpers/expect-none';
import { readFile } from '../helpers/files';

const core = buildSchema(readFile('test/shape/schema/contract-core.graphql'));

it('holds the core that others depend on by name', () => {
  expectNone(whatIsMissing(createSchema()));
});

it.each([
  [
    'a field is gone',
    (sdl: string) => sdl.replace('  timeZone: String!\n  instagramConnections', '  instagramConnections'),
  ],
  ['a field became nullable', (sdl: string) => sdl.replace('username: String!', 'username: String')],
  ['a field became non-null', (sdl: string) => sdl.replace('total: Count', 'total: Count!')],
  ['a value is gone', (sdl: string) => sdl.replace('  EXPIRING\n', '')],
  ['an argument became optional', (sdl: string) => sdl.replace('(from: Date!, to', '(from: Date, to')],
  [
    'an input field became required',
    (sdl: string) => sdl.replace('connectionId: ID\n', 'connectionId: ID!\n'),
  ],
  [
    'an input field was added',
    (sdl: string) => sdl.replace('password: String!\n}', 'password: String!\n  a: ID!\n}'),
  ],
])('can fail: %s', (_what, change) => {
  const sdl = readFile('test/shape/schema/contract-core.graphql');
  expect(change(sdl)).not.toBe(sdl);
  expect(whatIsMissing(buildSchema(change(sdl)))).not.toEqual([]);
});

/** What of the core is not in a schema as it stands there: a name, a type, a nullability. */
function whatIsMissing(schema: GraphQLSchema): string[] {
  const breaking = findBreakingChanges(core, schema).map(({ description }) => description);
  return [...breaking, ...otherTypes(schema)].map(
    (what) => `${what} The core of the schema is fixed: give it back, and add beside it instead.`,
  );
}

/** A stricter or laxer type does not break every client, but it is not the core's type either. */
function otherTypes(schema: GraphQLSchema): string[] {
  return Object.values(core.getTypeMap()).flatMap((expected) => {
    const actual = schema.getType(expected.name);
    if (!isObjectType(expected) && !isInterfaceType(expected)) return [];
    if (!isObjectType(actual) && !isInterfaceType(actual)) return [];
    return Object.values(expected.getFields()).flatMap((field) => {
      const found = actual.getFields()[field.name];
      if (found === undefined) return [];
      const at = `${expected.name}.${field.name}`;
      const changed =
        String(found.type) === String(field.type) ? [] : [`${at} is ${found.type}, not ${field.type}.`];
      const args = field.args.flatMap(({ name, type }) => {
        const argument = found.args.find((candidate) => candidate.name === name);
        return argument === undefined || String(argument.type) === String(type)
          ? []
          : [`${at}(${name}) is ${argument.type}, not ${type}.`];
      });
      return [...changed, ...args];
    });
  });
}

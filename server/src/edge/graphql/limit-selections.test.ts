import { buildSchema, parse, validate } from 'graphql';
import { limitSelections } from './limit-selections';

const schema = buildSchema('type Query { a: String }');
const problems = (fields: number) =>
  validate(schema, parse(`{ ${'__typename '.repeat(fields)} }`), [limitSelections]).map(
    (error) => error.message,
  );

it('takes a hundred fields at one place, and not one more', () => {
  expect(problems(100)).toEqual([]);
  expect(problems(101)).toEqual(['At most 100 fields can be asked for at one place.']);
});

import fc from 'fast-check';
import { isAmbiguousOrDeep } from './strict-json';

it.each([
  ['a key twice', '{"a":1,"a":2}'],
  ['a key twice with the same value', '{"a":"x","a":"x"}'],
  ['a key twice, once escaped', '{"a":1,"\\u0061":2}'],
  ['a key twice in an object inside', '{"a":{"b":1,"b":1}}'],
  ['a key twice in an object of a list', '[{"b":1,"b":1}]'],
  ['a key twice with space before the colon', '{"a" :1,"a"\n:2}'],
  ['__proto__ twice', '{"__proto__":1,"__proto__":2}'],
  ['an object too deep', '{"a":{"b":{"c":{}}}}'],
  ['a list too deep', '[[[[]]]]'],
])('sees %s', (_name, text) => {
  expect(isAmbiguousOrDeep(text, 3)).toBe(true);
});

it.each([
  ['the same key in different objects', '{"a":{"a":{"a":1}},"b":{"a":1}}'],
  ['brackets and colons inside text', '{"a":"{\\"a\\":[[[[","b":"}]:\\\\"}'],
  ['equal texts in a list', '["a","a"]'],
  ['a value equal to a key', '{"a":"a","b":"a"}'],
  ['a bare value', '17'],
])('is content with %s', (_name, text) => {
  expect(isAmbiguousOrDeep(text, 3)).toBe(false);
});

it('accepts whatever JSON.stringify writes, and no doubled key in it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), fc.string(), (object, key) => {
      const text = JSON.stringify({ ...object, [key]: 1 });
      expect(isAmbiguousOrDeep(text, 100)).toBe(false);
      expect(isAmbiguousOrDeep(`{${JSON.stringify(key)}:2,${text.slice(1)}`, 100)).toBe(true);
    }),
  );
});

import { readJson } from './json-text';

const read = (text: string) => readJson(Buffer.from(text));

it('keeps every digit of a bare id', () => {
  expect(JSON.parse('28978671838402975')).toBe(28978671838402976);
  expect(read('{"user_id":28978671838402975,"id":17841477965412211}')).toEqual({
    user_id: '28978671838402975',
    id: '17841477965412211',
  });
});

it('leaves other numbers, and ids that are text, alone', () => {
  expect(read('{"id":"42","value":17,"ratio":0.5,"ids":[1]}')).toEqual({
    id: '42',
    value: 17,
    ratio: 0.5,
    ids: [1],
  });
});

it('makes no digits out of a number that is written otherwise', () => {
  expect(read('{"id":2.8e16}')).toEqual({ id: 2.8e16 });
});

it.each([
  ['HTML', '<html>'],
  ['nothing', ''],
  ['a reply cut short', '{"data":['],
])('gives undefined for %s', (_name, text) => {
  expect(read(text)).toBeUndefined();
});

it('gives undefined for bytes that are not UTF-8', () => {
  expect(readJson(Buffer.from([0x22, 0xff, 0x22]))).toBeUndefined();
});

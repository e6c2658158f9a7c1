import { readDeletionAnswer } from './deletion-answer.ts';
import type { SentCallback } from './world.ts';

const sent = (body: string, change: Partial<SentCallback> = {}): SentCallback => ({
  at: '2026-11-20T20:00:00.000Z',
  kind: 'deletion',
  account: 'cafe_lisboa',
  url: 'https://app.example/meta/data-deletion',
  status: 200,
  failure: null,
  body,
  ...change,
});

// The answer of Meta's contract, section 8.4.
const good = '{ "url":"https://app.example/data-deletion/AB12CD34EF", "confirmation_code":"AB12CD34EF" }';

test('takes the documented answer', () => {
  expect(readDeletionAnswer(sent(good))).toEqual({
    valid: true,
    url: 'https://app.example/data-deletion/AB12CD34EF',
    confirmationCode: 'AB12CD34EF',
  });
});

test('lets plain http pass on this machine only', () => {
  expect(
    readDeletionAnswer(sent('{"url":"http://localhost:4000/s/A1","confirmation_code":"A1"}')).valid,
  ).toBe(true);
  expect(readDeletionAnswer(sent('{"url":"http://app.example/s/A1","confirmation_code":"A1"}')).valid).toBe(
    false,
  );
});

test.each([
  ['another status', good, { status: 202 }, 1],
  ['no answer', '', { status: null, failure: 'connect ECONNREFUSED' }, 1],
  [
    'pseudo JSON, as a well-known gist has it',
    '{ url: "https://a.example", confirmation_code: "A1" }',
    {},
    1,
  ],
  ['a list', '[]', {}, 1],
  ['nothing in it', '{}', {}, 2],
  ['a code with other characters', '{"url":"https://a.example/s","confirmation_code":"A-1"}', {}, 1],
  ['a code that is a number', '{"url":"https://a.example/s","confirmation_code":12}', {}, 1],
  ['an address without a host', '{"url":"/deletion-status/A1","confirmation_code":"A1"}', {}, 1],
])('says what is wrong with %s', (_, body, change, count) => {
  const answer = readDeletionAnswer(sent(body, change));
  expect(answer).toEqual({ valid: false, faults: expect.any(Array) });
  expect(answer.valid ? [] : answer.faults).toHaveLength(count);
});

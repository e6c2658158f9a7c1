import { isBreached } from './breached-passwords';

it.each(['12345678', 'password', 'Password1', 'PASSWORD123', 'iloveyou1', 'p@ssw0rd'])(
  'knows %s from leaks, in whatever case',
  (password) => {
    expect(isBreached(password)).toBe(true);
  },
);

it.each([
  'correct horse battery',
  'demo-sociogenie',
  // Parts of what is on the list, and more than one line of it.
  'assword12',
  'password123456789x',
  'password\n12345678',
  ' password',
  'пароль-жираф-7',
])('does not know %j', (password) => {
  expect(isBreached(password)).toBe(false);
});

it('knows the first line of the list and the last', () => {
  expect([isBreached('123456'), isBreached(LAST)]).toEqual([true, true]);
});

/** The millionth. */
const LAST = 'vjht008';

import { newPasswordProblem, Passwords } from './password';

const passwords = new Passwords({ memoryKiB: 64, passes: 1 });

it('takes the right password and no other', async () => {
  const hash = await passwords.hash('correct horse');
  expect(await passwords.matches(hash, 'correct horse')).toBe(true);
  for (const wrong of ['correct hors', 'correct horse ', 'Correct horse', '']) {
    expect(await passwords.matches(hash, wrong)).toBe(false);
  }
});

it('takes it exactly as received: no trimming, no other spelling of a letter', async () => {
  const hash = await passwords.hash(' pässword ');
  expect(await passwords.matches(hash, ' pässword ')).toBe(true);
  expect(await passwords.matches(hash, 'pässword')).toBe(false);
  expect(await passwords.matches(hash, ' pässword '.normalize('NFD'))).toBe(false);
});

it('writes Argon2id with its cost, salted', async () => {
  const [one, two] = [await passwords.hash('same'), await passwords.hash('same')];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
  expect(one).not.toBe(two);
});

it('costs what it should by default', async () => {
  expect(await new Passwords().hash('x')).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
});

it('says no without a hash, even to the password behind the dummy', async () => {
  expect(await passwords.matches(null, 'nobody has this password')).toBe(false);
});

it.each([
  ['1234567', 'too-short'],
  ['zv1-q84!', null],
  ['🔑'.repeat(7), 'too-short'],
  ['🔑'.repeat(8), null],
  ['é'.repeat(128), null],
  ['🔑'.repeat(128), null],
  ['a'.repeat(129), 'too-long'],
  ['', 'too-short'],
])('a new password %j: %s', (password, problem) => {
  expect(newPasswordProblem(password)).toBe(problem);
});

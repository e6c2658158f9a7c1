import { normaliseEmail } from './email';

it.each([
  ['  Anna@Example.ORG ', 'anna@example.org'],
  ['a.b+c@sub.example.com', 'a.b+c@sub.example.com'],
  ["o'neil@example.com", "o'neil@example.com"],
])('%j is %j', (text, normal) => {
  expect(normaliseEmail(text)).toBe(normal);
});

it.each([
  '',
  ' ',
  'anna',
  '@example.org',
  'anna@',
  'a b@example.org',
  'a@b@example.org',
  'a@example',
  'a@exa mple.org',
  'a\n@example.org',
])('%j is none', (text) => {
  expect(normaliseEmail(text)).toBeNull();
});

it('ends at 254 characters', () => {
  const address = (length: number) => `${'a'.repeat(60)}@${'b.'.repeat(length)}example.org`;
  const longest =
    Array.from({ length: 120 }, (_, n) => address(n))
      .filter((text) => text.length <= 254)
      .at(-1) ?? '';
  expect(normaliseEmail(longest)).toBe(longest);
  expect(normaliseEmail(`${longest}.example.org`)).toBeNull();
});

it('is its own normal form', () => {
  const once = normaliseEmail(' Anna@Example.ORG ') ?? '';
  expect(normaliseEmail(once)).toBe(once);
});

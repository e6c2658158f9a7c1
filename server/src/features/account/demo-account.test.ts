import { DEMO_EMAIL, isClosedDemo } from './demo-account';

it('is open only while the sandbox runs, and nobody else is ever closed out', () => {
  expect(isClosedDemo(DEMO_EMAIL, false)).toBe(true);
  expect(isClosedDemo(DEMO_EMAIL, true)).toBe(false);
  expect(isClosedDemo('anna@example.org', false)).toBe(false);
});

import { initialsOf } from './initials';

describe('initials', () => {
  it.each([
    ['Studio Nord', 'SN'],
    ['studio_nord', 'SN'],
    ['atelier.mare.lisboa', 'AM'],
    ['Élan', 'É'],
    ['🦊 fox', 'F'],
    ['___', ''],
  ])('of %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

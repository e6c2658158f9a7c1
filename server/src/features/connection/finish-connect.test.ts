import { unfitness } from './finish-connect';

const profile = { professional: true };

it('makes no connection of a personal account, nor without the profile', () => {
  expect(unfitness({ profile: { professional: false }, granted: ['BASIC'] })).toBe('not-professional');
  expect(unfitness({ profile, granted: ['CONTENT_PUBLISH', 'MANAGE_INSIGHTS'] })).toBe('profile-refused');
  expect(unfitness({ profile, granted: [] })).toBe('profile-refused');
});

it('makes one of the profile alone', () => {
  expect(unfitness({ profile, granted: ['BASIC'] })).toBeNull();
});

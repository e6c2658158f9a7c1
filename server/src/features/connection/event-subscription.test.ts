import { toAskAboutEvents } from './event-subscription';

it.each([
  // on, comments granted, subscribed under; what is asked
  [true, true, null, 'subscribe'],
  [true, true, 1, 'subscribe'],
  [true, true, 2, null],
  [true, false, null, null],
  [true, false, 2, 'unsubscribe'],
  [false, true, null, null],
  [false, true, 2, 'unsubscribe'],
  [false, false, 1, 'unsubscribe'],
] as const)(
  'webhooks %j, comments %j, subscribed under %j: %j',
  (on, comments, subscribedGeneration, asked) => {
    const grantedPermissions = comments ? ['BASIC', 'MANAGE_COMMENTS'] : ['BASIC'];
    expect(toAskAboutEvents({ generation: 2, grantedPermissions, subscribedGeneration }, on)).toBe(asked);
  },
);

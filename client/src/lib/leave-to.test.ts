import { leaveTo } from './leave-to';

describe('leaving the app', () => {
  it.each(['javascript:alert(1)', 'data:text/html,hello'])('refuses %s', (url) => {
    expect(() => leaveTo(url)).toThrow('Not a web address.');
  });
});

import { instagramLinks } from './links';

it("points to Instagram's own page of apps", () => {
  expect(instagramLinks('https://www.instagram.com/oauth/authorize').appsAndWebsites).toBe(
    'https://www.instagram.com/accounts/manage_access/',
  );
});

it('stays with the server that shows the consent page', () => {
  expect(instagramLinks('http://127.0.0.1:4001/oauth/authorize?x=1').appsAndWebsites).toBe(
    'http://127.0.0.1:4001/accounts/manage_access/',
  );
});

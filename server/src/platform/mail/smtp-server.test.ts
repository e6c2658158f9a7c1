import { parseSmtpUrl } from './smtp-server';

it('reads server, port and login', () => {
  expect(parseSmtpUrl('smtp://sender%40x:p%2Fw@mail.example:2525')).toEqual({
    ...{ host: 'mail.example', port: 2525, secure: false, requireTls: true },
    login: { user: 'sender@x', password: 'p/w' },
  });
});

it.each([
  ['smtp://mail.example', { port: 587, secure: false, requireTls: false, login: null }],
  ['smtps://mail.example', { port: 465, secure: true, requireTls: false }],
  ['smtp://a:b@localhost:1025', { port: 1025, requireTls: false }],
  ['smtp://a:b@[::1]:1025', { host: '::1', requireTls: false }],
])('%s', (url, expected) => {
  expect(parseSmtpUrl(url)).toMatchObject(expected);
});

it.each([
  'http://mail.example',
  'mail.example',
  'smtp://',
  'smtp://mail.example/inbox',
  'smtp://m.example?x=1',
])('refuses %s', (url) => {
  expect(parseSmtpUrl(url)).toBeNull();
});

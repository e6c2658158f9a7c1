import { createHttpClient } from '.';
import { isPublicAddress } from './public-address';
import { answer, startTinyServer, type TinyServer } from './testing/tiny-server';

it.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
  ],
  ...['0.0.0.0', '192.0.0.8', '198.18.0.1', '224.0.0.1', '255.255.255.255', '203.0.113.7'],
  ...['::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1'],
  ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '2001:db8::1', '3fff::1', 'localhost', ''],
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::5'])(
  '%s is a public one',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

describe('a client for the public internet', () => {
  let server: TinyServer;
  const http = createHttpClient({}, 'public-https');
  beforeAll(async () => {
    server = await startTinyServer();
    server.behave(answer('{}'));
  });
  afterAll(async () => {
    await http.close();
    await server.close();
  });
  const port = () => new URL(server.url).port;
  const refused = (code: string) => ({ answered: false, reason: 'unreachable', code });

  it.each([
    ['a name of this machine', () => `https://localhost:${port()}/`, 'PRIVATE_ADDRESS'],
    ['an address of this machine', () => `https://127.0.0.1:${port()}/`, 'PRIVATE_ADDRESS'],
    ['one written as a number', () => `https://0x7f000001:${port()}/`, 'PRIVATE_ADDRESS'],
    ['one of IPv6', () => `https://[::1]:${port()}/`, 'PRIVATE_ADDRESS'],
    ['one of IPv4 in IPv6', () => `https://[::ffff:127.0.0.1]:${port()}/`, 'PRIVATE_ADDRESS'],
    ['http', () => `http://localhost:${port()}/`, 'NOT_HTTPS'],
  ])('does not connect to %s', async (_what, url, code) => {
    expect(await http.send({ method: 'POST', url: new URL(url()), json: '{}' })).toEqual(refused(code));
    expect(server.seen).toEqual([]);
  });

  it('that is for everywhere does connect to it', async () => {
    const anywhere = createHttpClient();
    const request = { method: 'POST', url: new URL(`http://localhost:${port()}/`), json: '{"é":1}' } as const;
    expect(await anywhere.send(request)).toMatchObject({ answered: true });
    expect(server.seen).toMatchObject([{ contentType: 'application/json', body: '{"é":1}' }]);
    await anywhere.close();
  });
});

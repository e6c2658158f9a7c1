import { Secret } from '../platform/secret';
import { API_OPERATIONS } from './api-calls';
import { createGraphInstagram } from './graph-instagram';
import { signAboutNobody } from './sign-request';
import { readSignedRequest } from './signed-request';

const SECRET = new Secret('0123456789abcdef0123456789abcdef');

/** What needs no permission: the way to one, and what is read of what Meta sends. */
const WITHOUT_PERMISSION = [
  'appId',
  'authorizationUrl',
  'redeemCode',
  'extendToken',
  'readSignedRequest',
  'signAboutNobody',
  'watched',
];

it('lists every call of the gateway, so that the app review misses none', () => {
  const instagram = createGraphInstagram({
    appId: '1',
    appSecret: SECRET,
    authorizeUrl: 'https://meta.example/authorize',
    apiUrl: 'https://meta.example',
    graphUrl: 'https://meta.example',
    graphVersion: 'v26.0',
  });
  expect([...API_OPERATIONS, ...WITHOUT_PERMISSION].sort()).toEqual(Object.keys(instagram).sort());
});

it('signs about an id that fits into no 64 bits, as Meta would', () => {
  const now = new Date('2026-11-23T18:00:00.900Z');
  const reading = readSignedRequest(signAboutNobody(SECRET, now), [SECRET], now);
  expect(reading).toMatchObject({ ok: true, issuedAt: new Date('2026-11-23T18:00:00Z') });
  expect(BigInt(reading.ok ? reading.userId : 0)).toBeGreaterThan(2n ** 64n);
});

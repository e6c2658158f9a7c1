import { type AccessEnd, endOfAccess, limitsWholeApp, type RefusalKind } from './refusals';

it.each<[RefusalKind, number | null, number | null, AccessEnd | null]>([
  ['app-removed', 190, 458, 'REMOVED'],
  ['token-rejected', 190, null, 'ACCESS_INVALIDATED'],
  ['token-rejected', 190, 459, 'CHECKPOINT'],
  ['token-rejected', 190, 460, 'PASSWORD_CHANGED'],
  ['token-rejected', 190, 463, 'ACCESS_EXPIRED'],
  ['token-rejected', 190, 464, 'ACCOUNT_UNCONFIRMED'],
  ['token-rejected', 190, 467, 'ACCESS_INVALIDATED'],
  ['token-rejected', 190, 492, 'ACCESS_INVALIDATED'],
  ['token-rejected', 102, null, 'ACCESS_INVALIDATED'],
  ['token-rejected', 102, 460, 'ACCESS_INVALIDATED'],
  ['permission-missing', 10, null, 'PERMISSION_WITHDRAWN'],
  ['permission-missing', 200, null, 'PERMISSION_WITHDRAWN'],
  ['bad-request', 100, 33, 'ACCOUNT_NOT_FOUND'],
  ['bad-request', 100, null, null],
  ['unsupported', 100, 2108006, null],
  ['bad-request', 10, 2534022, null],
  ['temporary', 1, null, null],
  ['temporary', 2, null, null],
  ['unsupported', 3, null, null],
  ['rate-limited', 4, null, null],
  ['bad-request', 4, 2207051, null],
  ['rate-limited', 80002, null, null],
  ['rate-limited', 368, null, null],
  ['no-answer', null, null, null],
  ['unreadable', null, null, null],
])('%s with code %p and subcode %p speaks of %p', (kind, code, subcode, end) => {
  expect(endOfAccess({ kind, code, subcode })).toBe(end);
});

it.each([
  ['rate-limited', 4, true],
  ['rate-limited', 341, true],
  ['bad-request', 4, false],
  ['rate-limited', 17, false],
  ['rate-limited', 80002, false],
  ['rate-limited', null, false],
] as const)('%s with code %p is a limit of the whole app: %p', (kind, code, whole) => {
  expect(limitsWholeApp({ kind, code, subcode: null })).toBe(whole);
});

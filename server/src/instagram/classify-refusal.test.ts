import { classifyRefusal, isErrorBody } from './classify-refusal';
import type { RefusalKind } from './refusals';

const graph = (code: unknown, subcode?: unknown, more: object = {}) => ({
  error: {
    message: 'O token expirou',
    type: 'OAuthException',
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    ...more,
    fbtrace_id: 'A1',
  },
});

const BY_CODE: [code: number, subcode: number | undefined, kind: RefusalKind][] = [
  [1, undefined, 'temporary'],
  [2, undefined, 'temporary'],
  [3, undefined, 'unsupported'],
  [4, undefined, 'rate-limited'],
  [4, 2207051, 'bad-request'],
  [9, 2207042, 'rate-limited'],
  [10, undefined, 'permission-missing'],
  [10, 2534022, 'bad-request'],
  [17, undefined, 'rate-limited'],
  [24, 2207006, 'bad-request'],
  [25, 2207050, 'bad-request'],
  [32, undefined, 'rate-limited'],
  [100, undefined, 'bad-request'],
  [100, 33, 'bad-request'],
  [100, 2108006, 'unsupported'],
  [102, undefined, 'token-rejected'],
  [190, undefined, 'token-rejected'],
  [190, 458, 'app-removed'],
  [190, 459, 'token-rejected'],
  [190, 460, 'token-rejected'],
  [190, 463, 'token-rejected'],
  [190, 464, 'token-rejected'],
  [190, 467, 'token-rejected'],
  [190, 492, 'token-rejected'],
  [200, undefined, 'permission-missing'],
  [250, undefined, 'permission-missing'],
  [299, undefined, 'permission-missing'],
  [300, undefined, 'bad-request'],
  [341, undefined, 'rate-limited'],
  [352, 2207026, 'bad-request'],
  [368, undefined, 'rate-limited'],
  [506, undefined, 'bad-request'],
  [613, 1996, 'rate-limited'],
  [80002, undefined, 'rate-limited'],
  [-1, 2207001, 'temporary'],
  [-1, 2207086, 'unsupported'],
  [-2, 2207003, 'temporary'],
];

it.each(BY_CODE)('code %p with subcode %p is %s', (code, subcode, kind) => {
  expect(classifyRefusal(400, graph(code, subcode))).toEqual({ kind, code, subcode: subcode ?? null });
});

it('follows a known code whatever the status', () => {
  expect(classifyRefusal(403, graph(10)).kind).toBe('permission-missing');
  expect(classifyRefusal(500, graph(190, 463)).kind).toBe('token-rejected');
  expect(classifyRefusal(200, graph(190)).kind).toBe('token-rejected');
});

it('does not read a status of 401 or 403 as a dead token or a missing permission', () => {
  expect(classifyRefusal(401, graph(9999)).kind).toBe('bad-request');
  expect(classifyRefusal(403, undefined).kind).toBe('unreadable');
});

it('believes `is_transient` and the status where the code is unknown', () => {
  expect(classifyRefusal(400, graph(9999, 1, { is_transient: true })).kind).toBe('temporary');
  expect(classifyRefusal(503, graph(9999)).kind).toBe('temporary');
  expect(classifyRefusal(429, graph(9999)).kind).toBe('rate-limited');
});

it('reads codes written as text, and lives without any', () => {
  expect(classifyRefusal(400, graph('190', '458'))).toEqual({ kind: 'app-removed', code: 190, subcode: 458 });
  expect(classifyRefusal(400, graph(undefined))).toEqual({ kind: 'bad-request', code: null, subcode: null });
  expect(classifyRefusal(400, graph({ odd: true })).kind).toBe('bad-request');
});

it("reads the token endpoint's own shape", () => {
  const body = { error_type: 'OAuthException', code: 400, error_message: 'Invalid authorization code' };
  expect(classifyRefusal(400, body)).toEqual({ kind: 'bad-request', code: 400, subcode: null });
  expect(classifyRefusal(503, body).kind).toBe('temporary');
});

it.each([
  [500, 'temporary'],
  [502, 'temporary'],
  [503, 'temporary'],
  [408, 'temporary'],
  [429, 'rate-limited'],
  [400, 'unreadable'],
  [302, 'unreadable'],
] as const)('status %i without JSON is %s', (status, kind) => {
  expect(classifyRefusal(status, undefined)).toMatchObject({ kind, code: null, subcode: null });
});

it('never repeats what Meta wrote', () => {
  const secret = graph(190, 463, { message: 'token IGAAcanary', error_user_msg: 'IGAAcanary' });
  expect(JSON.stringify(classifyRefusal(400, secret))).not.toContain('canary');
});

it('knows an error body by its shape', () => {
  expect(isErrorBody(graph(2))).toBe(true);
  expect(isErrorBody({ error_type: 'OAuthException', code: 400, error_message: 'x' })).toBe(true);
  expect(isErrorBody({ data: [] })).toBe(false);
  expect(isErrorBody(undefined)).toBe(false);
});

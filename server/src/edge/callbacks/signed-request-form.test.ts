import fastify from 'fastify';
import { acceptForms, CALLBACK_BODY_LIMIT, signedRequestOf } from './signed-request-form';

it('takes the one field, as it was sent', () => {
  expect(signedRequestOf('signed_request=abc.def')).toBe('abc.def');
  expect(signedRequestOf('signed_request=abc%2Edef')).toBe('abc.def');
  expect(signedRequestOf('signed_request=')).toBe('');
});

it.each([
  ['the field twice', 'signed_request=a&signed_request=b'],
  ['a field beside it', 'signed_request=a&x=1'],
  ['a field before it', 'x=1&signed_request=a'],
  ['another field', 'signedrequest=a'],
  ['another case', 'Signed_Request=a'],
  ['none', ''],
  ['no form', null],
  ['an object', { signed_request: 'a' }],
  ['bytes', Buffer.from('signed_request=a')],
])('takes nothing of %s', (_what, body) => {
  expect(signedRequestOf(body)).toBeNull();
});

describe('at the door', () => {
  const app = fastify();
  acceptForms(app);
  app.post('/', async (request) => ({ found: signedRequestOf(request.body) }));
  afterAll(() => app.close());

  const post = async (payload: string, type: string | null) => {
    const headers = type === null ? {} : { 'content-type': type };
    const { statusCode, body } = await app.inject({ method: 'POST', url: '/', payload, headers });
    return { statusCode, body: JSON.parse(body) as { found?: string | null } };
  };
  const form = 'application/x-www-form-urlencoded';

  it.each([form, `${form}; charset=UTF-8`, form.toUpperCase()])('reads a form sent as %s', async (type) => {
    expect(await post('signed_request=a.b', type)).toEqual({ statusCode: 200, body: { found: 'a.b' } });
  });

  it.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain'])(
    'reads nothing sent as %s',
    async (type) => {
      expect(await post('signed_request=a.b', type)).toEqual({ statusCode: 200, body: { found: null } });
    },
  );

  it('reads as much as a signed request can be, and refuses more', async () => {
    expect(CALLBACK_BODY_LIMIT).toBe(8192);
    const field = 'signed_request=';
    const most = 'a'.repeat(CALLBACK_BODY_LIMIT - field.length);
    expect((await post(field + most, form)).body.found).toBe(most);
    expect((await post(`${field}${most}a`, form)).statusCode).toBe(413);
  });
});

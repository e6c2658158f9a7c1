import { publicError } from './errors';

const BAD = { code: 'BAD_USER_INPUT' };

describe('publicError', () => {
  it('keeps the name and the place of a wrong variable, and not its value', () => {
    const message =
      'Variable "$input" got invalid value { email: "a@example.com", password: 12345678 } at "input.password"; String cannot represent a non string value: 12345678';
    expect(publicError({ message, extensions: { code: 'BAD_USER_INPUT' } })).toEqual({
      message: 'The value of "input.password" is not of the type that the schema asks for.',
      extensions: BAD,
    });
    const top =
      'Variable "$id" got invalid value { a: "secret" }; ID cannot represent value: { a: "secret" }';
    expect(publicError({ message: top, extensions: { code: 'BAD_USER_INPUT' } }).message).toBe(
      'The value of "id" is not of the type that the schema asks for.',
    );
  });

  it('says nothing of what nobody expected', () => {
    const surprise = {
      message: 'duplicate key value (ana@example.com)',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
    expect(publicError(surprise)).toEqual({
      message: 'Something went wrong on our side. Nothing you sent was the reason.',
      extensions: { code: 'INTERNAL' },
    });
  });

  it('keeps our own refusals as they are', () => {
    const refusal = {
      message: 'Too many attempts.',
      extensions: { code: 'RATE_LIMITED', retryAt: 'then', other: 1 },
    };
    expect(publicError(refusal)).toEqual({
      message: 'Too many attempts.',
      extensions: { code: 'RATE_LIMITED', retryAt: 'then' },
    });
  });
});

import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { failureSentence } from './failure-sentence';

const now = new Date('2026-11-23T19:00:00Z');
const refused = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'from the server', extensions }] });
const sentence = (error: unknown) => failureSentence(error, 'Europe/Berlin', now);

describe('what a person reads when a request fails', () => {
  it.each([
    [{ code: 'RATE_LIMITED', retryAt: '2026-11-23T19:10:00Z' }, 'Try again from 20:10.'],
    [{ code: 'RATE_LIMITED', retryAfterSeconds: 300 }, 'Try again from 20:05.'],
    [{ code: 'RATE_LIMITED' }, 'Wait a little, then try again.'],
    [{ code: 'NOT_FOUND' }, 'This is not here any more.'],
    [{ code: 'INTERNAL', requestId: 'req_77' }, 'For the operator: request req_77.'],
    [{ code: 'INTERNAL' }, 'Try again in a moment.'],
  ])('%j', (extensions, words) => {
    expect(sentence(refused(extensions))).toContain(words);
  });

  it('never repeats the words of the server, which are not meant for people', () => {
    expect(sentence(refused({ code: 'INTERNAL' }))).not.toContain('from the server');
  });

  it('tells no answer from a refusal', () => {
    expect(sentence(new TypeError('Failed to fetch'))).toBe(
      'The server did not answer. Check your network, then try again.',
    );
  });
});

import { createHmac } from 'node:crypto';
import { deletionMessage } from './deletion-message';

const event = {
  id: '6f1c2d3e-4a5b-8c6d-9e7f-001122334455',
  requestedAt: new Date('2026-11-23T18:00:41.123Z'),
  connectionIds: ['conn_1', 'conn_2'],
  accountDeleted: false,
};
const NOW = new Date('2026-11-23T18:05:09.900Z');

it('says what to erase, and when it was asked, to the minute', () => {
  expect(JSON.parse(deletionMessage(event, 'whsec_AAAA', NOW).body)).toEqual({
    type: 'data.deleted',
    timestamp: '2026-11-23T18:00:00Z',
    data: { connectionIds: ['conn_1', 'conn_2'], accountDeleted: false },
  });
});

it('is signed over id, time of the attempt and body with the bytes of the secret', () => {
  const bytes = Buffer.alloc(32, 7);
  const { headers, body } = deletionMessage(event, `whsec_${bytes.toString('base64')}`, NOW);
  const signed = `msg_6f1c2d3e4a5b8c6d9e7f001122334455.1795457109.${body}`;
  expect(headers).toEqual({
    'webhook-id': 'msg_6f1c2d3e4a5b8c6d9e7f001122334455',
    'webhook-timestamp': '1795457109',
    'webhook-signature': `v1,${createHmac('sha256', bytes).update(signed).digest('base64')}`,
  });
});

it('is the same event at every attempt', () => {
  const first = deletionMessage(event, 'whsec_AAAA', NOW);
  const second = deletionMessage(event, 'whsec_AAAA', new Date(NOW.getTime() + 60_000));
  expect(second.body).toBe(first.body);
  expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
  expect(second.headers['webhook-signature']).not.toBe(first.headers['webhook-signature']);
});

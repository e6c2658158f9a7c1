import { createHmac } from 'node:crypto';

/** What a recipient is told, ready to be sent. */
export interface DeletionMessage {
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, byte for byte as it is signed. */
  readonly body: string;
}

/** The event of which a message tells; the same at every attempt. */
export interface DeletionEvent {
  readonly id: string;
  readonly requestedAt: Date;
  /** The ids under which the recipient knows the connections. */
  readonly connectionIds: readonly string[];
  /** Whether the account that let it read is deleted, with everything that it read. */
  readonly accountDeleted: boolean;
}

/**
 * Says that data was deleted, and what to erase, in the form of Standard Webhooks 1.0
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md): the signature is an
 * HMAC-SHA-256 over id, time of the attempt and body; the secret is `whsec_` and the base64 of its bytes.
 */
export function deletionMessage(event: DeletionEvent, secret: string, now: Date): DeletionMessage {
  const { id, requestedAt, connectionIds, accountDeleted } = event;
  const body = JSON.stringify({
    type: 'data.deleted',
    timestamp: `${requestedAt.toISOString().slice(0, 16)}:00Z`,
    data: { connectionIds, accountDeleted },
  });
  const messageId = `msg_${id.replaceAll('-', '')}`;
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${messageId}.${timestamp}.${body}`).digest('base64');
  return {
    headers: {
      'webhook-id': messageId,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  };
}

import { createHmac } from 'node:crypto';

/** Signs any payload as Meta signs its own: for payloads that Meta would never send. */
export function signText(payload: string | Uint8Array, secret: string): string {
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
  const encoded = Buffer.from(bytes).toString('base64url');
  return `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;
}

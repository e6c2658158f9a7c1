import { connect, type Socket } from 'node:net';

/** One request as its bytes, and what its answer must be. */
export interface Shot {
  readonly bytes: string;
  /** Throws when the answer is wrong. */
  check(status: number, body: string): void;
}

/** Writes a form POST as bytes: making requests must cost nothing while the clock runs. */
export function formPost(port: number, path: string, body: string): string {
  return (
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

/**
 * Sends every shot once over `clients` connections, each of which sends its next when its last was answered, and checks
 * every answer. Answers how many seconds it took. Bytes over plain sockets: a comfortable client would cost the core that
 * PostgreSQL runs on more than the server's work costs it.
 */
export async function fire(port: number, clients: number, shots: readonly Shot[]): Promise<number> {
  const sockets = await Promise.all(Array.from({ length: clients }, () => open(port)));
  const left = shots.values();
  const began = performance.now();
  await Promise.all(sockets.map((socket) => sendAll(socket, left)));
  const seconds = (performance.now() - began) / 1000;
  for (const socket of sockets) socket.destroy();
  return seconds;
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.setEncoding('utf8');
    socket.once('error', reject).once('connect', () => resolve(socket));
  });
}

function sendAll(socket: Socket, shots: Iterator<Shot>): Promise<void> {
  return new Promise((resolve, reject) => {
    let current: Shot | null = null;
    let received = '';
    const next = (): void => {
      const { value, done } = shots.next();
      if (done === true) {
        resolve();
        return;
      }
      current = value;
      socket.write(value.bytes);
    };
    socket.on('error', reject).on('close', () => reject(new Error('the server closed the connection')));
    socket.on('data', (text: string) => {
      received += text;
      const answer = wholeAnswer(received);
      if (answer === null || current === null) return;
      received = '';
      try {
        current.check(answer.status, answer.body);
        next();
      } catch (error) {
        reject(error);
      }
    });
    next();
  });
}

function wholeAnswer(text: string): { status: number; body: string } | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const length = Number(/\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1] ?? 0);
  const body = text.slice(end + 4);
  return body.length < length ? null : { status: Number(text.slice(9, 12)), body };
}

import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A statement as it went over the wire: its text, its parameters, and the round trip that it was sent in. */
export interface SentStatement {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  readonly roundTrip: number;
}

/** Text, or bytes for a parameter that was sent in binary form. */
export type Parameter = string | Buffer | null;

/** Longer than it takes a client to write what it sends without waiting for an answer. */
const GATHER_MS = 4;

/** Stands between a server and its PostgreSQL and writes down every statement. Not for measuring: it slows down. */
export class WireTap {
  private statements: SentStatement[] = [];
  private roundTrip = 0;
  private readonly sockets = new Set<Socket>();

  readonly url: string;
  private readonly stopListening: () => void;

  private constructor(url: string, stopListening: () => void) {
    this.url = url;
    this.stopListening = stopListening;
  }

  static async open(databaseUrl: string): Promise<WireTap> {
    const target = new URL(databaseUrl);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the tap does not listen');
    const url = new URL(databaseUrl);
    url.port = String(address.port);
    const tap = new WireTap(url.href, () => server.close());
    server.on('connection', (client) => tap.join(client, connect(Number(target.port), target.hostname)));
    return tap;
  }

  /** What was sent since the last time. */
  take(): SentStatement[] {
    const taken = this.statements;
    this.statements = [];
    this.roundTrip = 0;
    return taken;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.stopListening();
  }

  private join(client: Socket, server: Socket): void {
    const reader = new FrontendReader();
    let waiting = Buffer.alloc(0);
    let gathering = false;
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket
        .on('error', () => {})
        .on('close', () => {
          client.destroy();
          server.destroy();
        });
    }
    client.on('data', async (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      if (gathering) return;
      gathering = true;
      await sleep(GATHER_MS);
      gathering = false;
      const sent = waiting;
      waiting = Buffer.alloc(0);
      const read = reader.read(sent);
      if (read.length > 0) this.roundTrip += 1;
      for (const statement of read) this.statements.push({ ...statement, roundTrip: this.roundTrip });
      server.write(sent);
    });
    server.on('data', (chunk) => client.write(chunk));
  }
}

/** Reads what a client sends (PostgreSQL's documentation, "Message Formats", protocol 3). */
class FrontendReader {
  private rest = Buffer.alloc(0);
  private started = false;
  private readonly prepared = new Map<string, string>();

  read(chunk: Buffer): { text: string; parameters: Parameter[] }[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const found: { text: string; parameters: Parameter[] }[] = [];
    for (;;) {
      // The first message carries no type.
      const head = this.started ? 1 : 0;
      if (this.rest.length < head + 4) return found;
      const length = this.rest.readInt32BE(head);
      if (this.rest.length < head + length) return found;
      const type = this.started ? String.fromCharCode(this.rest[0] ?? 0) : '';
      const body = new Cursor(this.rest.subarray(head + 4, head + length));
      this.rest = this.rest.subarray(head + length);
      this.started = true;
      if (type === 'Q') found.push({ text: body.text(), parameters: [] });
      if (type === 'P') this.prepared.set(body.text(), body.text());
      if (type === 'B') found.push(this.bind(body));
    }
  }

  private bind(body: Cursor): { text: string; parameters: Parameter[] } {
    body.text();
    const text = this.prepared.get(body.text()) ?? '';
    const formats = body.list(() => body.int16());
    const parameters = body.list((index) => {
      const length = body.int32();
      if (length < 0) return null;
      const bytes = body.bytes(length);
      return (formats[index] ?? formats[0]) === 1 ? bytes : bytes.toString('utf8');
    });
    return { text, parameters };
  }
}

class Cursor {
  private at = 0;

  private readonly buffer: Buffer;

  constructor(buffer: Buffer) {
    this.buffer = buffer;
  }

  text(): string {
    const end = this.buffer.indexOf(0, this.at);
    const text = this.buffer.toString('utf8', this.at, end);
    this.at = end + 1;
    return text;
  }

  int16(): number {
    this.at += 2;
    return this.buffer.readInt16BE(this.at - 2);
  }

  int32(): number {
    this.at += 4;
    return this.buffer.readInt32BE(this.at - 4);
  }

  bytes(length: number): Buffer {
    this.at += length;
    return this.buffer.subarray(this.at - length, this.at);
  }

  list<T>(read: (index: number) => T): T[] {
    const count = this.int16();
    return Array.from({ length: count }, (_, index) => read(index));
  }
}

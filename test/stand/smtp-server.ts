import { createServer, type Server, type Socket } from 'node:net';

/** What the server does at one step of a talk: a reply, silence, or the end of the connection. */
export type SmtpReply = string | 'nothing' | 'hang-up';
export type SmtpStep = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'text';

const AGREEABLE: Readonly<Record<SmtpStep, string>> = {
  greeting: '220 ready',
  EHLO: '250 here',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  text: '250 taken',
};

/** A mail server as small as one can be, that does what a spec says at each step and keeps what it took. */
export class SmtpServer {
  /** Every text that came whole, whatever was answered to it. */
  readonly received: string[] = [];
  /** How often somebody connected. */
  connections = 0;
  /** Replies other than the agreeable one. */
  replies: Partial<Record<SmtpStep, SmtpReply>> = {};
  /** Happens when a text came whole, before it is answered. */
  onText: () => void = () => {};
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(): Promise<SmtpServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const opened = new SmtpServer(server, typeof address === 'object' && address !== null ? address.port : 0);
    server.on('connection', (socket) => opened.talk(socket));
    return opened;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private talk(socket: Socket): void {
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => {});
    let buffer = '';
    let inText = false;
    const answer = (step: SmtpStep): void => {
      const reply = this.replies[step] ?? AGREEABLE[step];
      if (reply === 'hang-up') socket.destroy();
      else if (reply !== 'nothing') socket.write(`${reply}\r\n`);
      if (step === 'DATA' && reply.startsWith('3')) inText = true;
    };
    answer('greeting');
    socket.on('data', (chunk) => {
      buffer += chunk.toString('utf8');
      for (;;) {
        const end = inText ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n');
        if (end < 0) return;
        const said = buffer.slice(0, end);
        buffer = buffer.slice(end + (inText ? 5 : 2));
        if (inText) {
          inText = false;
          this.received.push(said);
          this.onText();
          answer('text');
        } else if (/^quit/i.test(said)) socket.end('221 bye\r\n');
        else answer(stepOf(said));
      }
    });
  }
}

function stepOf(said: string): SmtpStep {
  const word = said.slice(0, 4).toUpperCase();
  return word === 'MAIL' || word === 'RCPT' || word === 'DATA' ? word : 'EHLO';
}

import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const MAX_AGE_SECONDS = 30 * 24 * 3600;

/** The cookie that carries a session's id: out of reach of scripts, and of other sites' requests. */
export class SessionCookie {
  private readonly name: string;

  constructor(private readonly secure: boolean) {
    this.name = secure ? '__Host-sid' : 'sid';
  }

  read(request: FastifyRequest): string | null {
    return request.cookies[this.name] ?? null;
  }

  write(reply: FastifyReply, sessionId: string): void {
    reply.setCookie(this.name, sessionId, { ...this.attributes(), maxAge: MAX_AGE_SECONDS });
  }

  clear(reply: FastifyReply): void {
    reply.clearCookie(this.name, this.attributes());
  }

  /** Lax, not Strict: the way back from Instagram must bring the session along. */
  private attributes() {
    return { path: '/', httpOnly: true, secure: this.secure, sameSite: 'lax' } as const;
  }
}

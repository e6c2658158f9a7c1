import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Device } from '../features/account';
import { newSecretText } from '../platform/ids';
import { browserName } from './browser-name';

/** As long as browsers keep a cookie. */
const MAX_AGE_SECONDS = 400 * 24 * 3600;

/** The cookie by which a browser is recognised when it signs in again: random, read at sign-in and for nothing else. */
export class DeviceCookie {
  private readonly name: string;

  constructor(private readonly secure: boolean) {
    this.name = secure ? '__Host-did' : 'did';
  }

  /** The browser behind a request; one that comes without the cookie is given one with the answer. */
  meet(request: FastifyRequest, reply: FastifyReply): Device {
    const brought = request.cookies[this.name];
    const cookie = brought !== undefined && /^[\w-]{43}$/.test(brought) ? brought : newSecretText();
    const attributes = { path: '/', httpOnly: true, secure: this.secure, sameSite: 'lax' } as const;
    reply.setCookie(this.name, cookie, { ...attributes, maxAge: MAX_AGE_SECONDS });
    const userAgent = request.headers['user-agent'];
    return { cookie, name: browserName(userAgent), userAgent: userAgent ?? null };
  }
}

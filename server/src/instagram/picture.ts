import type { HttpOutcome } from '../platform/http';
import { type Endpoints, graphRequest } from './endpoints';
import { type CallLine, call, refused } from './graph-call';
import type { Instagram, Reply } from './instagram';
import { PictureReply } from './replies';

/** Where Meta keeps pictures. Source: the addresses in its replies; its content network is documented nowhere. */
const CONTENT_HOSTS = /(^|\.)(cdninstagram\.com|fbcdn\.net)$/;

/** Far more than any profile picture has. */
const MOST_BYTES = 2 * 1024 * 1024;

/** The profile picture of an account: asked for by `GET /me`, then fetched from Meta's content network without the token. */
export function picture(line: CallLine, endpoints: Endpoints): Pick<Instagram, 'picture'> {
  return {
    async picture(token, signal) {
      const fields = 'id,profile_picture_url';
      const request = { ...graphRequest(endpoints, token, 'me', { fields }), signal };
      const reply = await call(line, request, PictureReply);
      if (!reply.ok) return reply;
      const { profile_picture_url: text } = reply.value;
      if (text == null || text === '') return { ok: true, value: null };
      const url = pictureAddress(text, endpoints.graphUrl);
      if (url === null) return refused('unreadable', 'profile_picture_url (not on the content network)');
      const headers = { accept: 'image/*' };
      return readPicture(await line.send({ method: 'GET', url, headers, signal, responseBytes: MOST_BYTES }));
    },
  };
}

/**
 * An address that may be asked for a picture: https at a host of Meta's content network, or at the very origin that Graph
 * calls go to. Null for every other, so that no reply can make us ask somebody else, ourselves among them.
 */
export function pictureAddress(text: string, graphUrl: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return null;
  if (url.origin === new URL(graphUrl).origin) return url;
  return url.protocol === 'https:' && url.port === '' && CONTENT_HOSTS.test(url.hostname) ? url : null;
}

/** Redirects are not followed: the address that Meta gives is the picture's own. */
function readPicture(outcome: HttpOutcome): Reply<Buffer> {
  if (!outcome.answered) {
    if (outcome.reason === 'too-large') return refused('unreadable', 'picture too large');
    return refused('no-answer', `picture ${outcome.reason}`);
  }
  if (outcome.status !== 200) return refused('temporary', `picture answered ${outcome.status}`);
  return { ok: true, value: outcome.body };
}

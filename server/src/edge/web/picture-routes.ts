import type { FastifyInstance } from 'fastify';
import type { Sessions } from '../../features/account';
import type { Pictures } from '../../features/connection';
import { fromPublicId } from '../graphql/ids';
import type { SessionCookie } from '../session-cookie';
import { sendProblem } from './problem';

export interface PictureRoutesDeps {
  readonly pictures: Pick<Pictures, 'find'>;
  readonly sessions: Pick<Sessions, 'find'>;
  readonly cookie: SessionCookie;
}

/** Where the picture of a connection is found, below our own address; the id is the one that GraphQL gives. */
export const picturePath = (connectionId: string): string => `/files/pictures/${connectionId}`;

/**
 * `GET /files/pictures/<connection id>`: the profile picture from Instagram, from our own door, so that Meta learns of
 * nobody who looks. It needs the session of the account; every refusal is the same 404. A browser may keep it and asks
 * each time whether it still may show it, so that it is gone when the connection is.
 */
export function registerPictureRoutes(app: FastifyInstance, deps: PictureRoutesDeps): void {
  app.get<{ Params: { id: string } }>(
    '/files/pictures/:id',
    { exposeHeadRoute: false },
    async (request, reply) => {
      const sessionId = deps.cookie.read(request);
      const viewer = sessionId === null ? null : await deps.sessions.find(sessionId);
      const connectionId = fromPublicId('conn', request.params.id);
      const picture =
        viewer === null || connectionId === null
          ? null
          : await deps.pictures.find(viewer.accountId, connectionId);
      if (picture === null) return sendProblem(reply, 404, 'There is no such picture');
      const tag = `"${picture.fetchedAt.getTime().toString(36)}"`;
      reply
        .header('cache-control', 'private, no-cache')
        .header('etag', tag)
        .header('content-security-policy', "default-src 'none'; sandbox");
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply.type('image/webp').send(picture.bytes);
    },
  );
}

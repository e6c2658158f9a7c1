import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Sessions } from '../../features/account';
import type { DataExports, Sending } from '../../features/export';
import type { Log } from '../../platform/log';
import type { SessionCookie } from '../session-cookie';
import { sendProblem } from './problem';

export interface ExportRoutesDeps {
  readonly dataExports: Pick<DataExports, 'open'>;
  readonly sessions: Pick<Sessions, 'find'>;
  readonly cookie: SessionCookie;
  readonly log: Log;
  /** Work that goes on after the answer; the process waits for it before it stops. */
  readonly background: (work: Promise<void>) => void;
  /** A reader that takes nothing for so long is cut off; shorter than the patience of a new download. */
  readonly stallMs: number;
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * `GET /exports/<token>`: the one download of an export. It needs the link, which only GraphQL gives and so no other site
 * can make a browser open, and the session of the account, so that a link that is seen by somebody is worth nothing. Every
 * refusal is the same 404. The file is gone once all its bytes were handed to the network; before, it stays.
 */
export function registerExportRoutes(app: FastifyInstance, deps: ExportRoutesDeps): void {
  app.get<{ Params: { token: string } }>(
    '/exports/:token',
    { exposeHeadRoute: false },
    async (request, reply) => {
      const sessionId = deps.cookie.read(request);
      const viewer = sessionId === null ? null : await deps.sessions.find(sessionId);
      const { token } = request.params;
      const sending =
        viewer === null || !TOKEN.test(token) ? null : await deps.dataExports.open(viewer.accountId, token);
      if (sending === null) return sendProblem(reply, 404, 'This link leads to no export');
      return send(reply, sending, deps);
    },
  );
}

function send(reply: FastifyReply, sending: Sending, deps: ExportRoutesDeps): FastifyReply {
  const { log, stallMs } = deps;
  const { raw } = reply;
  const stalled = setTimeout(() => raw.destroy(), stallMs);
  raw.once('close', () => {
    clearTimeout(stalled);
    const ended = raw.writableFinished ? sending.completed() : sending.brokenOff();
    deps.background(ended.catch((error: unknown) => log.error('export.not-noted', {}, error)));
  });
  const bytes = Readable.from(
    watched(sending, () => stalled.refresh()),
    { objectMode: false },
  );
  bytes.once('error', (error) => log.warn('export.broken-off', {}, error));
  const day = sending.madeAt.toISOString().slice(0, 10);
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="sociogenie-export-${day}.zip"`)
    .header('content-length', sending.sizeBytes)
    .header('accept-ranges', 'none')
    .type('application/zip')
    .send(bytes);
}

async function* watched(sending: Sending, onPiece: () => void): AsyncGenerator<Buffer> {
  for await (const piece of sending.bytes()) {
    onPiece();
    yield piece;
  }
}

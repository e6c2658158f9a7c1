import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { sendJson } from './wire.ts';

/** What an error of Meta's Graph API says (meta-contract, section 10). */
export interface GraphRefusal {
  status: number;
  code: number;
  subcode?: number;
  type: 'OAuthException' | 'IGApiException' | 'GraphMethodException';
  message: string;
  isTransient?: boolean;
}

/** Thrown by a route to answer an error of the Graph API's shape. */
export class GraphError extends Error {
  readonly refusal: GraphRefusal;
  constructor(refusal: GraphRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Thrown by the code exchange, whose errors have a shape of their own and always say 400. */
export class ExchangeError extends Error {}

/** Thrown where Instagram shows the person a page of its own instead of sending them back. */
export class PageError extends Error {}

/** A request that Meta refuses with code 100. */
export function badParameter(message: string, type: GraphRefusal['type'] = 'IGApiException'): GraphError {
  return new GraphError({ status: 400, code: 100, type, message });
}

/** Meta's answer to a token kind or method it does not take: misleading, and the same text for both. */
export function unsupported(method: string): GraphError {
  return badParameter(`Unsupported request - method type: ${method.toLowerCase()}`);
}

/** A permission that the person did not give or took back. */
export function permissionMissing(): GraphError {
  const message = '(#10) Application does not have permission for this action';
  return new GraphError({ status: 403, code: 10, type: 'IGApiException', message });
}

/** An object that is not there, or not this token's. */
export function noSuchObject(id: string): GraphError {
  return new GraphError({
    status: 400,
    code: 100,
    subcode: 33,
    type: 'GraphMethodException',
    message: `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
  });
}

const inPortuguese = new Map([
  [190, 'Erro ao validar o token de acesso.'],
  [100, '(#100) Parâmetro inválido'],
  [10, '(#10) O aplicativo não tem permissão para esta ação'],
  [1, 'Ocorreu um erro desconhecido.'],
]);

/** Sends an error in the Graph API's shape; in Portuguese the texts change and nothing else does. */
export function sendGraphError(
  reply: FastifyReply,
  refusal: GraphRefusal,
  language: 'en' | 'pt',
): FastifyReply {
  const localised = language === 'pt' ? inPortuguese.get(refusal.code) : undefined;
  if (refusal.type === 'OAuthException') {
    reply.header('www-authenticate', `OAuth "Facebook Platform" "invalid_request" "${refusal.message}"`);
  }
  return sendJson(reply, refusal.status, {
    error: {
      message: localised ?? refusal.message,
      type: refusal.type,
      code: refusal.code,
      ...(refusal.subcode === undefined ? {} : { error_subcode: refusal.subcode }),
      ...(refusal.isTransient === undefined ? {} : { is_transient: refusal.isTransient }),
      fbtrace_id: `A${randomBytes(16).toString('base64url')}`,
    },
  });
}

/** Sends an error in the code exchange's shape, whose `code` repeats the status. */
export function sendExchangeError(reply: FastifyReply, message: string, status = 400): FastifyReply {
  return sendJson(reply, status, { error_type: 'OAuthException', code: status, error_message: message });
}

import type { FastifyInstance } from 'fastify';
import type { Deauthorization } from '../../features/connection';
import type { ReceivedDeletion } from '../../features/deletion';
import { answerError } from './answer-error';
import { type OAuthReturnDependencies, oauthReturn } from './oauth-return';
import { type SignedRequestDoorDependencies, signedRequestDoor } from './signed-request-door';
import { acceptForms, CALLBACK_BODY_LIMIT } from './signed-request-form';
import { registerWebhooks, type WebhookDependencies } from './webhooks';

export interface CallbackDependencies
  extends SignedRequestDoorDependencies,
    OAuthReturnDependencies,
    WebhookDependencies {
  readonly receiveDeauthorization: (received: Deauthorization) => Promise<void>;
  /** Answers with the confirmation code. */
  readonly receiveDeletion: (received: ReceivedDeletion) => Promise<string>;
}

/** Every path that Meta calls, and the one that Instagram sends browsers back to. */
export async function registerCallbacks(app: FastifyInstance, deps: CallbackDependencies): Promise<void> {
  await app.register(async (meta) => {
    acceptForms(meta);
    meta.setErrorHandler(answerError(deps.log, 'This is not a signed request of our Instagram app.'));
    const options = { bodyLimit: CALLBACK_BODY_LIMIT };

    // Whoever only looks (a link scanner's HEAD) must not use up what the person is about to bring back.
    meta.get('/meta/oauth/callback', { exposeHeadRoute: false }, oauthReturn(deps));

    meta.post(
      '/meta/deauthorize',
      options,
      signedRequestDoor(deps, 'deauthorize', async (received, reply) => {
        await deps.receiveDeauthorization(received);
        return reply.code(200).send();
      }),
    );

    meta.post(
      '/meta/data-deletion',
      options,
      signedRequestDoor(deps, 'data-deletion', async (received, reply) => {
        const code = await deps.receiveDeletion(received);
        const url = new URL(`/deletion-status/${code}`, deps.publicUrl).href;
        return reply.code(200).send({ url, confirmation_code: code });
      }),
    );

    await registerWebhooks(meta, deps);
  });
}

import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Log } from '../../platform/log';
import type { Context } from './context';

/**
 * An error that nobody expected is logged with the request's id, and the answer carries the same id, so that a person
 * can name it. The id also takes the place of everything else that could be told.
 */
export function reportSurprises(log: Log): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            const cause = error.originalError;
            if (cause === undefined || cause === null || cause instanceof GraphQLError) continue;
            log.error('graphql.failed', { requestId: contextValue.requestId }, cause);
          }
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const { errors } = response.body.singleResult;
          for (const error of errors ?? []) {
            if (error.extensions?.code !== 'INTERNAL') continue;
            Object.assign(error.extensions, { requestId: contextValue.requestId });
          }
        },
      };
    },
  };
}

import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind, visit } from 'graphql';
import type { Context } from './context';

/** The schema can be asked for by whoever is signed in; for everybody else it is published as a file. */
export const introspectionNeedsSignIn: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, contextValue }) {
        if (contextValue.viewer !== null) return;
        visit(document, {
          Field(node) {
            if (node.name.kind === Kind.NAME && ['__schema', '__type'].includes(node.name.value)) {
              throw signInToReadTheSchema();
            }
          },
        });
      },
    };
  },
};

/** Refused before anything runs: Apollo would call that its own failure (500) unless the status is said. */
const signInToReadTheSchema = () =>
  new GraphQLError('Sign in to do this.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });

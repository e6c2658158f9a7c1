import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, visit } from 'graphql';
import type { Context } from './context';
import { unauthenticated } from './errors';

/** The schema can be asked for by whoever is signed in; for everybody else it is published as a file. */
export const introspectionNeedsSignIn: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, contextValue }) {
        if (contextValue.viewer !== null) return;
        visit(document, {
          Field(node) {
            if (node.name.kind === Kind.NAME && ['__schema', '__type'].includes(node.name.value)) {
              throw unauthenticated();
            }
          },
        });
      },
    };
  },
};

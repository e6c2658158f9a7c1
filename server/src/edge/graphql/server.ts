import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../../platform/log';
import { sendProblem } from '../web/problem';
import { introspectionNeedsSignIn } from './access';
import type { Context } from './context';
import { publicError, unavailable } from './errors';
import { limitSelections } from './limit-selections';
import { reportSurprises } from './report-surprises';
import { sameOriginOnly } from './same-origin';

/** What an operation may ask for before it is refused unread. */
const LIMITS = {
  maxAliases: { n: 15, allowList: [] },
  maxDirectives: { n: 10 },
  maxTokens: { n: 1_000 },
  maxDepth: { n: 8, ignoreIntrospection: true },
  costLimit: { maxCost: 5_000 },
  blockFieldSuggestion: { enabled: true },
};

interface GraphqlDependencies {
  readonly schema: GraphQLSchema;
  readonly publicUrl: string;
  readonly log: Log;
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
}

/** `POST /graphql` with JSON, and nothing else: no GET, no batches, no forms, no page of its own. */
export async function registerGraphql(app: FastifyInstance, deps: GraphqlDependencies): Promise<void> {
  const armor = new ApolloArmor(LIMITS).protect();
  const apollo = new ApolloServer<Context>({
    ...armor,
    validationRules: [...armor.validationRules, limitSelections],
    schema: deps.schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    formatError: publicError,
    plugins: [
      ...armor.plugins,
      introspectionNeedsSignIn,
      reportSurprises(deps.log),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(app),
    ],
  });
  await apollo.start();
  app.post(
    '/graphql',
    { preHandler: sameOriginOnly(deps.publicUrl), onSend: noStore },
    fastifyApolloHandler(apollo, { context: orUnavailable(deps) }),
  );
  app.get('/graphql', (_request, reply) =>
    sendProblem(reply.header('allow', 'POST'), 405, 'Use POST with JSON.'),
  );
}

/** Without a context no plugin is asked: who is signed in could not be read, most likely because the database is away. */
function orUnavailable({ contextOf, log }: GraphqlDependencies): GraphqlDependencies['contextOf'] {
  return async (request, reply) => {
    try {
      return await contextOf(request, reply);
    } catch (error) {
      log.error('graphql.failed', { requestId: request.id }, error);
      throw unavailable(request.id);
    }
  };
}

async function noStore(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('cache-control', 'no-store');
}

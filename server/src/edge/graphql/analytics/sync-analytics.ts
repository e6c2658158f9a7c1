import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { AnalyticsFeature } from '../../../features/analytics';
import type { Connections } from '../../../features/connection';
import { InstagramConnection } from '../connection/connection.type';
import { type Context, requireViewer } from '../context';
import { notFound } from '../errors';
import { fromPublicId } from '../ids';
import { UserError } from '../user-errors';
import { ReconnectNeeded, SyncTooSoon } from './user-errors';

@InputType('SyncAnalyticsInput', { description: 'Whose analytics to refresh.' })
export class SyncAnalyticsInput {
  @Field(() => ID, { description: "One of the viewer's own connections." })
  connectionId: string;
}

@ObjectType('SyncAnalyticsPayload', {
  description: 'The connection, whose analytics are about to be refreshed.',
})
export class SyncAnalyticsPayload {
  @Field(() => InstagramConnection, { nullable: true, description: 'The connection.' })
  connection: InstagramConnection | null;

  @Field(() => [UserError], { description: 'Why nothing is refreshed.' })
  userErrors: UserError[];
}

@Resolver()
export class SyncAnalyticsResolver {
  constructor(
    private readonly analytics: AnalyticsFeature,
    private readonly connections: Connections,
  ) {}

  @Mutation(() => SyncAnalyticsPayload, {
    description: "Refreshes a connection's analytics now, at most once in five minutes. Needs: signed in.",
  })
  async syncAnalytics(
    @Arg('input', () => SyncAnalyticsInput, { description: 'Which connection.' }) input: SyncAnalyticsInput,
    @Ctx() context: Context,
  ): Promise<SyncAnalyticsPayload> {
    const { accountId } = requireViewer(context);
    const id = fromPublicId('conn', input.connectionId);
    const view = id === null ? null : await this.connections.find(accountId, id);
    if (view === null) throw notFound();
    const connection = new InstagramConnection(view);
    const result = await this.analytics.requestSync(view.id);
    if (result.kind === 'too-soon') return { connection, userErrors: [new SyncTooSoon(result.retryAt)] };
    if (result.kind === 'reconnect-needed') return { connection, userErrors: [new ReconnectNeeded()] };
    return { connection, userErrors: [] };
  }
}

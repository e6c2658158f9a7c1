import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { CheckRequest, Connections } from '../../../features/connection';
import type { Clock } from '../../../platform/clock';
import type { Limiter } from '../../../platform/limits/limiter';
import { ReconnectNeeded } from '../analytics/user-errors';
import { type Context, requireViewer } from '../context';
import { badUserInput, notFound } from '../errors';
import { fromPublicId } from '../ids';
import { UserError } from '../user-errors';
import { ConnectionCheckKind } from './connection.enums';
import { InstagramConnection } from './connection.type';
import { ConnectionCheck } from './connection-details.type';
import { CheckTooSoon } from './user-errors';

@InputType('CheckConnectionInput', { description: 'What to check.' })
export class CheckConnectionInput {
  @Field(() => ID, { description: "One of the viewer's own connections." })
  connectionId: string;
}

@ObjectType('CheckConnectionPayload', { description: 'The connection, which is about to be checked.' })
export class CheckConnectionPayload {
  @Field(() => InstagramConnection, { nullable: true, description: 'The connection, as it is before.' })
  connection: InstagramConnection | null;

  @Field(() => [UserError], { description: 'Why nothing is checked.' })
  userErrors: UserError[];
}

/** The longest list of checks that is answered. */
const MOST_CHECKS = 50;

@Resolver(() => InstagramConnection)
export class CheckConnectionResolver {
  constructor(
    private readonly connections: Connections,
    private readonly request: (connectionId: string) => Promise<CheckRequest>,
    private readonly perConnection: Limiter,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => CheckConnectionPayload, {
    description:
      'Asks Instagram whether the access of a connection is alive: a moment later `checks` has a new entry, and ' +
      '`checkedAt` a new time when it was answered. Needs: signed in.',
  })
  async checkConnection(
    @Arg('input', () => CheckConnectionInput, { description: 'Which connection.' })
    input: CheckConnectionInput,
    @Ctx() context: Context,
  ): Promise<CheckConnectionPayload> {
    const { accountId } = requireViewer(context);
    const id = fromPublicId('conn', input.connectionId);
    const view = id === null ? null : await this.connections.find(accountId, id);
    if (view === null) throw notFound();
    const connection = new InstagramConnection(view);
    const limited = await this.perConnection.take(view.id);
    if (limited !== null) {
      const retryAt = new Date(this.clock.now().getTime() + limited.retryAfterMs);
      return { connection, userErrors: [new CheckTooSoon(retryAt)] };
    }
    const result = await this.request(view.id);
    return { connection, userErrors: result === 'queued' ? [] : [new ReconnectNeeded()] };
  }

  @FieldResolver(() => [ConnectionCheck], {
    description: 'The newest renewals and checks of the last 90 days, newest first.',
  })
  async checks(
    @Root() connection: InstagramConnection,
    @Arg('last', () => Int, { defaultValue: 10, description: 'How many at most, from 0 to 50.' })
    last: number,
    @Arg('kind', () => ConnectionCheckKind, { nullable: true, description: 'Only those of this kind.' })
    kind: string | null,
  ): Promise<ConnectionCheck[]> {
    if (last < 0 || last > MOST_CHECKS) throw badUserInput('`last` must be between 0 and 50.');
    const checks = await this.connections.checks(connection.rowId, last, kind ?? null);
    return checks.map((check) => new ConnectionCheck(check));
  }
}

import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Viewer } from '../../../features/account';
import type { ConnectWish } from '../../../features/connection';
import type { Clock } from '../../../platform/clock';
import type { Limiter } from '../../../platform/limits/limiter';
import { type Context, requireViewer } from '../context';
import { notFound, rateLimited } from '../errors';
import { fromPublicId } from '../ids';
import { UrlScalar } from '../scalars';
import { UserError } from '../user-errors';
import { TooManyConnections } from './user-errors';

@InputType('ConnectInstagramInput', { description: 'What to connect.' })
export class ConnectInstagramInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A connection to renew: only its Instagram account is then accepted. Null for any account.',
  })
  connectionId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether to hear of comments, for which Instagram asks one permission more. Null leaves that as it is; without effect where `Service.commentEvents` is false.',
  })
  commentEvents?: boolean | null;
}

@ObjectType('ConnectInstagramPayload', { description: 'Where the person grants access.' })
export class ConnectInstagramPayload {
  @Field(() => UrlScalar, {
    nullable: true,
    description: "Instagram's page for granting access; works once, for ten minutes, in this session.",
  })
  authorizationUrl: string | null;

  @Field(() => [UserError], { description: 'Why nothing is begun.' })
  userErrors: UserError[];
}

/** Begins a connect; bound to its dependencies by `app.ts`. */
export type BeginConnect = (viewer: Viewer, wish: ConnectWish) => Promise<string | null>;

/** How many connections an account may have, and has. */
export interface ConnectionRoom {
  readonly most: number;
  taken(accountId: string): Promise<number>;
}

@Resolver()
export class ConnectInstagramResolver {
  constructor(
    private readonly begin: BeginConnect,
    private readonly perAccount: Limiter,
    private readonly clock: Clock,
    private readonly room: ConnectionRoom,
  ) {}

  @Mutation(() => ConnectInstagramPayload, {
    description: 'Begins to connect an Instagram professional account. Needs: signed in.',
  })
  async connectInstagram(
    @Arg('input', () => ConnectInstagramInput, { description: 'What to connect.' })
    input: ConnectInstagramInput,
    @Ctx() context: Context,
  ): Promise<ConnectInstagramPayload> {
    const viewer = requireViewer(context);
    const connectionId = this.rowIdOf(input.connectionId ?? null);
    const limited = await this.perAccount.take(viewer.accountId);
    if (limited !== null) throw rateLimited(limited.retryAfterMs, this.clock.now());
    const { most, taken } = this.room;
    if (connectionId === null && (await taken(viewer.accountId)) >= most)
      return { authorizationUrl: null, userErrors: [new TooManyConnections(most)] };
    const authorizationUrl = await this.begin(viewer, {
      connectionId,
      commentEvents: input.commentEvents ?? null,
    });
    if (authorizationUrl === null) throw notFound();
    return { authorizationUrl, userErrors: [] };
  }

  private rowIdOf(publicId: string | null): string | null {
    if (publicId === null) return null;
    const rowId = fromPublicId('conn', publicId);
    if (rowId === null) throw notFound();
    return rowId;
  }
}

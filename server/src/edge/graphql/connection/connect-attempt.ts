import { Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Accounts, Viewer } from '../../../features/account';
import type { OpenAttempt } from '../../../features/connection';
import { Account } from '../account/account.type';
import { type Context, requireViewer } from '../context';
import { toPublicId } from '../ids';
import { DateTimeScalar } from '../scalars';
import { UserError } from '../user-errors';

@ObjectType('ConnectAttempt', {
  description:
    'A connect that was begun in this browser and has not come back from Instagram. Nothing is stored yet.',
})
export class ConnectAttempt {
  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  startedAt: Date;

  @Field(() => DateTimeScalar, { description: 'When its link to Instagram ends.' })
  expiresAt: Date;

  @Field(() => ID, { nullable: true, description: 'The connection to renew; null for any account.' })
  connectionId: string | null;

  constructor({ startedAt, expiresAt, connectionId }: OpenAttempt) {
    this.startedAt = startedAt;
    this.expiresAt = expiresAt;
    this.connectionId = connectionId === null ? null : toPublicId('conn', connectionId);
  }
}

@ObjectType('CancelConnectInstagramPayload', {
  description: 'The account, which waits for Instagram no more.',
})
export class CancelConnectInstagramPayload {
  @Field(() => Account, { nullable: true, description: 'The account.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Always empty so far.' })
  userErrors: UserError[];
}

@Resolver(() => Account)
export class ConnectAttemptResolver {
  constructor(
    private readonly open: (viewer: Viewer) => Promise<OpenAttempt | null>,
    private readonly cancel: (viewer: Viewer) => Promise<void>,
    private readonly accounts: Accounts,
  ) {}

  @FieldResolver(() => ConnectAttempt, {
    nullable: true,
    description: 'The connect that this browser has begun and not finished; null when there is none.',
  })
  async connectAttempt(@Root() account: Account, @Ctx() { viewer }: Context): Promise<ConnectAttempt | null> {
    if (viewer === null || viewer.accountId !== account.row.id) return null;
    const attempt = await this.open(viewer);
    return attempt === null ? null : new ConnectAttempt(attempt);
  }

  @Mutation(() => CancelConnectInstagramPayload, {
    description:
      'Ends what `connectInstagram` began in this browser: coming back from Instagram then stores nothing. ' +
      'Nothing to do when nothing was begun. Needs: signed in.',
  })
  async cancelConnectInstagram(@Ctx() context: Context): Promise<CancelConnectInstagramPayload> {
    const viewer = requireViewer(context);
    await this.cancel(viewer);
    return { account: new Account(await this.accounts.find(viewer.accountId)), userErrors: [] };
  }
}

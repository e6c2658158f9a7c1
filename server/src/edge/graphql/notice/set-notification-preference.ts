import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Accounts } from '../../../features/account';
import type { Activity, NoticeKind as Kind } from '../../../features/notice';
import { Account } from '../account/account.type';
import { type Context, requireViewer } from '../context';
import { UserError } from '../user-errors';
import { NoticeKind } from './notice.enums';
import { AlwaysMailed } from './user-errors';

@InputType('SetNotificationPreferenceInput', { description: 'Whether a kind of notice is mailed.' })
export class SetNotificationPreferenceInput {
  @Field(() => NoticeKind, { description: 'The kind.' })
  kind: Kind;

  @Field(() => Boolean, { description: 'Whether it is to be mailed. In Activity it stands either way.' })
  mailed: boolean;
}

@ObjectType('SetNotificationPreferencePayload', { description: 'The account after it, or why not.' })
export class SetNotificationPreferencePayload {
  @Field(() => Account, { nullable: true, description: 'The account; null when nothing was changed.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Why nothing was changed.' })
  userErrors: UserError[];
}

@Resolver()
export class SetNotificationPreferenceResolver {
  constructor(
    private readonly activity: Activity,
    private readonly accounts: Accounts,
  ) {}

  @Mutation(() => SetNotificationPreferencePayload, {
    description: 'Chooses whether a kind of notice is mailed. Mails that are already queued are still sent.',
  })
  async setNotificationPreference(
    @Arg('input', () => SetNotificationPreferenceInput, { description: 'The choice.' })
    { kind, mailed }: SetNotificationPreferenceInput,
    @Ctx() context: Context,
  ): Promise<SetNotificationPreferencePayload> {
    const { accountId } = requireViewer(context);
    if (!(await this.activity.prefer(accountId, kind, mailed)))
      return { account: null, userErrors: [new AlwaysMailed()] };
    return { account: new Account(await this.accounts.find(accountId)), userErrors: [] };
  }
}

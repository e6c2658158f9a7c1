import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { type Accounts, changeTimeZone } from '../../../features/account';
import { type Context, requireViewer } from '../context';
import { UserError } from '../user-errors';
import { Account } from './account.type';
import { TimeZoneUnknown } from './user-errors';

@InputType('ChangeTimeZoneInput', { description: 'The clock that the account is to follow.' })
export class ChangeTimeZoneInput {
  @Field(() => String, { description: 'An IANA time zone name or UTC; kept as given.' })
  timeZone: string;
}

@ObjectType('ChangeTimeZonePayload', { description: 'The account with its new clock, or why it has none.' })
export class ChangeTimeZonePayload {
  @Field(() => Account, { nullable: true, description: 'The account; null when nothing was changed.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'Why nothing was changed.' })
  userErrors: UserError[];
}

@Resolver()
export class ChangeTimeZoneResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
  ) {}

  @Mutation(() => ChangeTimeZonePayload, {
    description:
      "Changes the account's time zone. Days of analytics stay as they are: they are Instagram's. Needs: signed in.",
  })
  async changeTimeZone(
    @Arg('input', () => ChangeTimeZoneInput, { description: 'The zone.' }) input: ChangeTimeZoneInput,
    @Ctx() context: Context,
  ): Promise<ChangeTimeZonePayload> {
    const { accountId } = requireViewer(context);
    const changed = await changeTimeZone(this.dataSource.manager, accountId, input.timeZone);
    if (!changed) return { account: null, userErrors: [new TimeZoneUnknown()] };
    return { account: new Account(await this.accounts.find(accountId)), userErrors: [] };
  }
}

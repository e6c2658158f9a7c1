import { Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../context';
import { UserError } from '../user-errors';
import type { SignIns } from './sign-ins';

@ObjectType('SignOutPayload', { description: 'The answer to signing out.' })
export class SignOutPayload {
  @Field(() => [UserError], { description: 'Always empty: signing out cannot be refused.' })
  userErrors: UserError[];
}

@Resolver()
export class SignOutResolver {
  constructor(private readonly signIns: SignIns) {}

  @Mutation(() => SignOutPayload, {
    description: "Ends this browser's session; nothing to do when there is none.",
  })
  async signOut(@Ctx() context: Context): Promise<SignOutPayload> {
    await this.signIns.end(context);
    return { userErrors: [] };
  }
}

import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Accounts, ConfirmationProblem } from '../../../features/account';
import type { DeletionStatuses } from '../../../features/deletion';
import { type Context, requireViewer } from '../context';
import { DeletionStatus } from '../deletion/deletion-status.type';
import { UserError } from '../user-errors';
import type { Attempts } from './attempts';
import type { SignIns } from './sign-ins';
import { AccountAlreadyDeleted, EmailDiffers, PasswordWrong } from './user-errors';

@InputType('DeleteAccountInput', { description: 'Both once more, to prove that it is meant.' })
export class DeleteAccountInput {
  @Field(() => String, { description: "The account's own e-mail address, typed." })
  email: string;

  @Field(() => String, { description: "The account's password." })
  password: string;
}

@ObjectType('DeleteAccountPayload', {
  description: 'The deletion request that deleting the account began, or why it was not deleted.',
})
export class DeleteAccountPayload {
  @Field(() => DeletionStatus, {
    nullable: true,
    description:
      'How far the deletion is, with its confirmation code: it is told here once and can be told nowhere else. Null when ' +
      'the account was not deleted.',
  })
  deletionStatus: DeletionStatus | null;

  @Field(() => [UserError], { description: 'Every reason why the account was not deleted.' })
  userErrors: UserError[];
}

const ERRORS: Readonly<Record<ConfirmationProblem, new () => UserError>> = {
  'email-differs': EmailDiffers,
  'password-wrong': PasswordWrong,
};

/** What a browser is to forget of us; it listens on https and on its own machine only. */
const EVERYTHING_OF_OURS = '"cache", "cookies", "storage"';

@Resolver()
export class DeleteAccountResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly attempts: Attempts,
    /** Deletes an account; answers with the confirmation code, or null when it was deleted before. */
    private readonly close: (accountId: string) => Promise<string | null>,
    private readonly deletions: DeletionStatuses,
    private readonly signIns: SignIns,
  ) {}

  @Mutation(() => DeleteAccountPayload, {
    description:
      'Deletes the account with everything that hangs on it: connections, their Instagram data, sessions, the account. ' +
      'Nobody can sign in to it from then on, and what is published at Instagram stays there. Needs: signed in.',
  })
  async deleteAccount(
    @Arg('input', () => DeleteAccountInput, { description: 'E-mail and password.' })
    input: DeleteAccountInput,
    @Ctx() context: Context,
  ): Promise<DeleteAccountPayload> {
    const { accountId } = requireViewer(context);
    await this.attempts.take(context.network, accountId);
    const problems = await this.accounts.confirmationProblems(accountId, input);
    if (problems !== null && problems.length > 0)
      return refused(problems.map((problem) => new ERRORS[problem]()));
    const code = problems === null ? null : await this.close(accountId);
    await this.signIns.end(context);
    context.reply.header('clear-site-data', EVERYTHING_OF_OURS);
    if (code === null) return refused([new AccountAlreadyDeleted()]);
    const status = await this.deletions.findByCode(code);
    return { deletionStatus: status === null ? null : new DeletionStatus(status), userErrors: [] };
  }
}

const refused = (userErrors: UserError[]): DeleteAccountPayload => ({ deletionStatus: null, userErrors });

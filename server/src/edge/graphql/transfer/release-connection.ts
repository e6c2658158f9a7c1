import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { DeletionStatuses } from '../../../features/deletion';
import type { ReleaseOutcome } from '../../../features/transfer';
import { type Context, requireViewer } from '../context';
import { DeletionStatus } from '../deletion/deletion-status.type';
import { notFound } from '../errors';
import { fromPublicId } from '../ids';
import { UserError } from '../user-errors';
import { NoTransferAsked } from './user-errors';

@InputType('ReleaseConnectionInput', { description: 'What is let go.' })
export class ReleaseConnectionInput {
  @Field(() => ID, { description: "One of the viewer's own connections." })
  connectionId: string;
}

@ObjectType('ReleaseConnectionPayload', { description: 'The deletion request that letting go began.' })
export class ReleaseConnectionPayload {
  @Field(() => DeletionStatus, {
    nullable: true,
    description: 'How far the deletion is, with its confirmation code.',
  })
  deletionStatus: DeletionStatus | null;

  @Field(() => [UserError], { description: 'Why nothing was let go.' })
  userErrors: UserError[];
}

@Resolver()
export class ReleaseConnectionResolver {
  constructor(
    private readonly release: (accountId: string, connectionId: string) => Promise<ReleaseOutcome>,
    private readonly deletions: DeletionStatuses,
  ) {}

  @Mutation(() => ReleaseConnectionPayload, {
    description:
      'Answers a request for the Instagram account of a connection with yes: the connection is disconnected at once, with ' +
      'a receipt, and whoever asked can connect the account. Instagram is not asked to withdraw access, which they ' +
      'need. Again for the same connection: the same deletion request. Needs: signed in.',
  })
  async releaseConnection(
    @Arg('input', () => ReleaseConnectionInput, { description: 'Which one.' }) input: ReleaseConnectionInput,
    @Ctx() context: Context,
  ): Promise<ReleaseConnectionPayload> {
    const { accountId } = requireViewer(context);
    const id = fromPublicId('conn', input.connectionId);
    const outcome = id === null ? null : await this.release(accountId, id);
    if (outcome === null || outcome.kind === 'not-found') throw notFound();
    if (outcome.kind !== 'released') return { deletionStatus: null, userErrors: [new NoTransferAsked()] };
    const status = await this.deletions.findOwn(accountId, outcome.deletionRequestId);
    return { deletionStatus: status === null ? null : new DeletionStatus(status), userErrors: [] };
  }
}

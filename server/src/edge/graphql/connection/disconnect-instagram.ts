import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { DeletionStatuses } from '../../../features/deletion';
import { type Context, requireViewer } from '../context';
import { DeletionStatus } from '../deletion/deletion-status.type';
import { notFound } from '../errors';
import { fromPublicId } from '../ids';
import { UserError } from '../user-errors';

@InputType('DisconnectInstagramInput', { description: 'What to disconnect.' })
export class DisconnectInstagramInput {
  @Field(() => ID, { description: "One of the viewer's own connections." })
  connectionId: string;
}

@ObjectType('DisconnectInstagramPayload', { description: 'The deletion request that disconnecting began.' })
export class DisconnectInstagramPayload {
  @Field(() => DeletionStatus, {
    nullable: true,
    description: 'How far the deletion is, with its confirmation code.',
  })
  deletionStatus: DeletionStatus | null;

  @Field(() => [UserError], { description: 'Always empty so far.' })
  userErrors: UserError[];
}

/** Disconnects; answers with the request's id, or null when the account has no such connection. */
export type Disconnect = (accountId: string, connectionId: string) => Promise<string | null>;

@Resolver()
export class DisconnectInstagramResolver {
  constructor(
    private readonly disconnect: Disconnect,
    private readonly deletions: DeletionStatuses,
  ) {}

  @Mutation(() => DisconnectInstagramPayload, {
    description:
      "Disconnects: the access key is destroyed at once, the connection's Instagram data is erased, and what is " +
      'published at Instagram stays there. Again for the same connection: the same request. Needs: signed in.',
  })
  async disconnectInstagram(
    @Arg('input', () => DisconnectInstagramInput, { description: 'What to disconnect.' })
    input: DisconnectInstagramInput,
    @Ctx() context: Context,
  ): Promise<DisconnectInstagramPayload> {
    const { accountId } = requireViewer(context);
    const connectionId = fromPublicId('conn', input.connectionId);
    const requestId = connectionId === null ? null : await this.disconnect(accountId, connectionId);
    if (requestId === null) throw notFound();
    const status = await this.deletions.findOwn(accountId, requestId);
    return { deletionStatus: status === null ? null : new DeletionStatus(status), userErrors: [] };
  }
}

import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Connections } from '../../../features/connection';
import type { KeepOutcome } from '../../../features/transfer';
import { InstagramConnection } from '../connection/connection.type';
import { type Context, requireViewer } from '../context';
import { notFound } from '../errors';
import { fromPublicId } from '../ids';
import { UserError } from '../user-errors';
import { NoTransferAsked, TransferOverdue } from './user-errors';

@InputType('KeepConnectionInput', { description: 'What is kept.' })
export class KeepConnectionInput {
  @Field(() => ID, { description: "One of the viewer's own connections." })
  connectionId: string;
}

@ObjectType('KeepConnectionPayload', { description: 'The connection, which stays.' })
export class KeepConnectionPayload {
  @Field(() => InstagramConnection, { nullable: true, description: 'The connection.' })
  connection: InstagramConnection | null;

  @Field(() => [UserError], { description: 'Why nothing was answered.' })
  userErrors: UserError[];
}

@Resolver()
export class KeepConnectionResolver {
  constructor(
    private readonly keep: (accountId: string, connectionId: string) => Promise<KeepOutcome>,
    private readonly connections: Connections,
  ) {}

  @Mutation(() => KeepConnectionPayload, {
    description:
      'Answers a request for the Instagram account of a connection with no: whoever asked is told, and nobody can ask ' +
      'again for 30 days. Needs: signed in.',
  })
  async keepConnection(
    @Arg('input', () => KeepConnectionInput, { description: 'Which one.' }) input: KeepConnectionInput,
    @Ctx() context: Context,
  ): Promise<KeepConnectionPayload> {
    const { accountId } = requireViewer(context);
    const id = fromPublicId('conn', input.connectionId);
    const outcome = id === null ? 'not-found' : await this.keep(accountId, id);
    const view = id === null || outcome === 'not-found' ? null : await this.connections.find(accountId, id);
    if (view === null) throw notFound();
    const connection = new InstagramConnection(view);
    if (outcome === 'not-asked') return { connection, userErrors: [new NoTransferAsked()] };
    if (outcome === 'too-late') return { connection, userErrors: [new TransferOverdue()] };
    return { connection, userErrors: [] };
  }
}

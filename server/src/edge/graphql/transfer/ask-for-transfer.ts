import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { AskOutcome, Transfers } from '../../../features/transfer';
import type { Clock } from '../../../platform/clock';
import type { Limiter } from '../../../platform/limits/limiter';
import { type Context, requireViewer } from '../context';
import { rateLimited } from '../errors';
import { toPublicId } from '../ids';
import { UserError } from '../user-errors';
import { TransferRequest } from './transfer.type';
import { TransferNotNeeded, TransferNotProved, TransferTooSoon } from './user-errors';

@InputType('AskForTransferInput', { description: 'Which Instagram account is asked for.' })
export class AskForTransferInput {
  @Field(() => String, {
    description:
      'The proof that the refused connect left in the address, after the `#`. It works for 15 minutes.',
  })
  proof: string;
}

@ObjectType('AskForTransferPayload', { description: 'The request that was made, or had been made before.' })
export class AskForTransferPayload {
  @Field(() => TransferRequest, { nullable: true, description: 'The request.' })
  transferRequest: TransferRequest | null;

  @Field(() => [UserError], { description: 'Why nothing is asked.' })
  userErrors: UserError[];
}

@Resolver()
export class AskForTransferResolver {
  constructor(
    private readonly ask: (accountId: string, proof: string) => Promise<AskOutcome>,
    private readonly transfers: Transfers,
    private readonly perAccount: Limiter,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => AskForTransferPayload, {
    description:
      'Asks for an Instagram account that another SocioGenie account holds. Its holder is told, without your name, and ' +
      'has 72 hours to answer; without an answer it moves when you connect it again. Needs: signed in.',
  })
  async askForTransfer(
    @Arg('input', () => AskForTransferInput, { description: 'Which one.' }) input: AskForTransferInput,
    @Ctx() context: Context,
  ): Promise<AskForTransferPayload> {
    const { accountId } = requireViewer(context);
    const limited = await this.perAccount.take(accountId);
    if (limited !== null) throw rateLimited(limited.retryAfterMs, this.clock.now());
    const outcome = await this.ask(accountId, input.proof);
    if (outcome.kind !== 'asked') return { transferRequest: null, userErrors: [refusalOf(outcome)] };
    const id = toPublicId('tr', outcome.requestId);
    const requests = await this.transfers.ofAccount(accountId);
    const made = requests.find((request) => toPublicId('tr', request.id) === id);
    return { transferRequest: made === undefined ? null : new TransferRequest(made), userErrors: [] };
  }
}

function refusalOf(outcome: Exclude<AskOutcome, { kind: 'asked' }>): UserError {
  switch (outcome.kind) {
    case 'not-proved':
      return new TransferNotProved();
    case 'free':
      return new TransferNotNeeded();
    case 'not-now':
      return new TransferTooSoon(outcome.retryAt);
  }
}

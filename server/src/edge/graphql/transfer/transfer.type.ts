import { Field, ID, ObjectType } from 'type-graphql';
import type { OwnTransferRequest, TransferOfConnection } from '../../../features/transfer';
import { describedEnum } from '../enums';
import { toPublicId } from '../ids';
import { DateTimeScalar } from '../scalars';

export const TransferState = describedEnum(
  'TransferState',
  'How far a request for an Instagram account is.',
  {
    ASKED: 'Whoever holds the account may answer.',
    READY: 'The account can be connected now.',
  },
);

@ObjectType('TransferRequest', {
  description: 'That this account asked for an Instagram account which another SocioGenie account holds.',
})
export class TransferRequest {
  @Field(() => ID, { description: 'Opaque; starts with tr_.' })
  id: string;

  @Field(() => String, { description: 'The handle at Instagram, without @, as it was when you asked.' })
  username: string;

  @Field(() => TransferState, { description: 'How far it is.' })
  state: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt: Date;

  @Field(() => DateTimeScalar, { description: 'When the time to answer ends.' })
  answerDueAt: Date;

  @Field(() => DateTimeScalar, {
    description: 'Until when the account can be connected if nobody answers; then the request ends.',
  })
  endsAt: Date;

  constructor(request: OwnTransferRequest) {
    this.id = toPublicId('tr', request.id);
    this.username = request.username;
    this.state = request.stage;
    this.askedAt = request.askedAt;
    this.answerDueAt = request.answerBy;
    this.endsAt = request.readyUntil;
  }
}

@ObjectType('ConnectionTransfer', {
  description:
    'That somebody who can sign in to the Instagram account of a connection asks for it. Nothing tells who.',
})
export class ConnectionTransfer {
  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt: Date;

  @Field(() => DateTimeScalar, {
    description: 'Until when it can be kept. Without an answer it moves when whoever asked connects it.',
  })
  answerDueAt: Date;

  @Field(() => Boolean, { description: 'Whether the time to answer is over.' })
  overdue: boolean;

  @Field(() => DateTimeScalar, {
    description: 'Until when whoever asked can connect it, once nobody has answered.',
  })
  endsAt: Date;

  constructor(transfer: TransferOfConnection) {
    this.askedAt = transfer.askedAt;
    this.answerDueAt = transfer.answerBy;
    this.overdue = transfer.overdue;
    this.endsAt = transfer.movesUntil;
  }
}

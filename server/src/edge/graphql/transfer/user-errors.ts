import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../scalars';
import { UserError } from '../user-errors';

@ObjectType('TransferNotProved', {
  implements: UserError,
  description: 'Instagram did not vouch for the person in this account within the last quarter of an hour.',
})
export class TransferNotProved extends UserError {
  constructor() {
    super('Too much time has passed since you were at Instagram. Connect the account again, then ask.');
  }
}

@ObjectType('TransferNotNeeded', {
  implements: UserError,
  description: 'Nothing holds the Instagram account any more.',
})
export class TransferNotNeeded extends UserError {
  constructor() {
    super('There is nothing to ask any more: connect the Instagram account again.');
  }
}

@ObjectType('TransferTooSoon', {
  implements: UserError,
  description: 'The Instagram account was asked for a short time ago.',
})
export class TransferTooSoon extends UserError {
  @Field(() => DateTimeScalar, { description: 'From when on it can be asked for, at the latest.' })
  retryAt: Date;

  constructor(retryAt: Date) {
    super('This Instagram account was asked for a short time ago. It can be asked for again later.');
    this.retryAt = retryAt;
  }
}

@ObjectType('NoTransferAsked', {
  implements: UserError,
  description: 'Nobody asks for the connection, or nobody does any more.',
})
export class NoTransferAsked extends UserError {
  constructor() {
    super('Nobody asks for this connection any more. It stays here.');
  }
}

@ObjectType('TransferOverdue', {
  implements: UserError,
  description: 'The time to answer is over, and whoever asked was told so.',
})
export class TransferOverdue extends UserError {
  constructor() {
    super('The time to answer is over, and whoever asked was told that the account moves.');
  }
}

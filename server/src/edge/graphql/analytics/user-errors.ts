import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../scalars';
import { UserError } from '../user-errors';

@ObjectType('SyncTooSoon', {
  implements: UserError,
  description: 'Analytics were refreshed a moment ago.',
})
export class SyncTooSoon extends UserError {
  @Field(() => DateTimeScalar, { description: 'From when on a refresh is accepted.' })
  retryAt: Date;

  constructor(retryAt: Date) {
    super('Analytics were refreshed a moment ago. Try again in a few minutes.');
    this.retryAt = retryAt;
  }
}

@ObjectType('ReconnectNeeded', {
  implements: UserError,
  description: 'There is no living access to this Instagram account.',
})
export class ReconnectNeeded extends UserError {
  constructor() {
    super('We have no access to this Instagram account any more. Reconnect it first.');
  }
}

import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../scalars';
import { UserError } from '../user-errors';

@ObjectType('CheckTooSoon', { implements: UserError, description: 'It was checked a moment ago.' })
export class CheckTooSoon extends UserError {
  @Field(() => DateTimeScalar, { description: 'From when on a check is accepted.' })
  retryAt: Date;

  constructor(retryAt: Date) {
    super('This connection was checked a moment ago. Try again in a few minutes.');
    this.retryAt = retryAt;
  }
}

@ObjectType('TooManyConnections', {
  implements: UserError,
  description: 'The account has as many connections as it may have.',
})
export class TooManyConnections extends UserError {
  @Field(() => Int, { description: 'How many connections an account may have.' })
  limit: number;

  constructor(limit: number) {
    super(
      `An account may have ${limit} connections. Disconnect one first; those you have can be connected again.`,
    );
    this.limit = limit;
  }
}

import { Field, ObjectType } from 'type-graphql';
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

import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../scalars';

@ObjectType('PendingEmailChange', {
  description: 'Another address that was asked for and waits for the link that was mailed there.',
})
export class PendingEmailChange {
  @Field(() => String, { description: 'The address as it will be kept.' })
  email: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked for.' })
  requestedAt: Date;

  @Field(() => DateTimeScalar, { description: 'From when on its link does nothing any more.' })
  expiresAt: Date;
}

import { Field, ID, ObjectType } from 'type-graphql';
import type { SignInSession } from '../../../features/account';
import { browserName } from '../../browser-name';
import { toPublicId } from '../ids';
import { DateTimeScalar } from '../scalars';

@ObjectType('SignInSession', { description: 'A browser in which the account is signed in.' })
export class SignInSessionType {
  @Field(() => ID, { description: 'Names the session. It is not what the cookie holds.' })
  id: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The browser in words, such as "Firefox on Windows", read from what it says of itself; null when that was not kept.',
  })
  device: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was signed in.' })
  signedInAt: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to the minute.' })
  lastUsedAt: Date;

  @Field(() => Boolean, { description: 'Whether it is the session that asks.' })
  current: boolean;

  constructor({ id, userAgent, signedInAt, lastUsedAt, current }: SignInSession) {
    this.id = toPublicId('sess', id);
    this.device = userAgent === null ? null : browserName(userAgent);
    this.signedInAt = signedInAt;
    this.lastUsedAt = lastUsedAt;
    this.current = current;
  }
}

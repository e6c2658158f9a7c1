import { Field, ObjectType } from 'type-graphql';
import type { AccountRow } from '../../../features/account';
import { toPublicId } from '../ids';
import { Node } from '../node';

/** A person's SocioGenie login. */
@ObjectType('Account', { implements: Node, description: "A person's SocioGenie login." })
export class Account extends Node {
  readonly typeName = 'Account';

  @Field(() => String, { description: "The person's time zone, as given: an IANA name or UTC." })
  timeZone: string;

  @Field(() => Boolean, {
    description: 'Whether the address was confirmed by its owner; until then nothing else is mailed there.',
  })
  emailVerified: boolean;

  readonly row: AccountRow;

  constructor(row: AccountRow) {
    super();
    this.id = toPublicId('acc', row.id);
    this.timeZone = row.timeZone;
    this.emailVerified = row.emailVerifiedAt !== null;
    this.row = row;
  }
}

import { Field, ObjectType } from 'type-graphql';
import type { Holding } from '../../../platform/database/held';
import { CountScalar } from '../scalars';

@ObjectType('HeldData', {
  description: 'One kind of data that this server holds about the account, as the data map lists it.',
})
export class HeldData {
  @Field(() => String, { description: 'What it is, in words.' })
  what: string;

  @Field(() => String, { description: 'What it is held for; words that follow "why".' })
  why: string;

  @Field(() => String, { description: 'What ends the keeping; words that follow "until".' })
  until: string;

  @Field(() => CountScalar, {
    nullable: true,
    description: 'How many records of it there are; null for what nothing ties to an account.',
  })
  amount: number | null;

  @Field(() => Boolean, {
    description: 'Whether deleting the account removes it; otherwise it stays for as long as `until` says.',
  })
  goesWithAccount: boolean;

  constructor({ what, why, kept }: Holding, amount: number | null, goesWithAccount: boolean) {
    this.what = what;
    this.why = why;
    this.until = kept.until;
    this.amount = amount;
    this.goesWithAccount = goesWithAccount;
  }
}

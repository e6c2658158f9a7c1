import { ObjectType } from 'type-graphql';
import { UserError } from '../user-errors';

@ObjectType('AlwaysMailed', {
  implements: UserError,
  description: 'This kind guards the account and is always mailed.',
})
export class AlwaysMailed extends UserError {
  constructor() {
    super('This is always mailed: it tells you when somebody else changes how your account is entered.', [
      'kind',
    ]);
  }
}

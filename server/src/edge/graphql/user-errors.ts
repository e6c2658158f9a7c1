import { Field, InterfaceType } from 'type-graphql';

/**
 * Why a mutation did not do what was asked. Each reason is a type of its own with its own data; a client that does
 * not know the type still has the message.
 */
@InterfaceType('UserError', {
  description:
    'Why a mutation did not do what was asked; each reason is a type of its own, with its own data.',
})
export abstract class UserError {
  @Field(() => String, { description: 'What happened, in a sentence for a person.' })
  message: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The input field that the error is about, from the input down; null when it is about none.',
  })
  path: string[] | null;

  constructor(message: string, path: string[] | null = null) {
    this.message = message;
    this.path = path;
  }
}

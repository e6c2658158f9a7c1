import { Field, ID, InterfaceType } from 'type-graphql';

/** Anything with an id of its own. */
@InterfaceType('Node', {
  description: 'Anything that has an id and can be fetched by it.',
  resolveType: (value: Node) => value.typeName,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque; its prefix names the kind.' })
  id: string;

  /** The GraphQL type behind the interface. */
  abstract readonly typeName: string;
}

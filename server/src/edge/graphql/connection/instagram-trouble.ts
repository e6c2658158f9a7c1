import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { InstagramTrouble as Trouble } from '../../../features/connection';
import { DateTimeScalar } from '../scalars';

@ObjectType('InstagramTrouble', {
  description:
    'Instagram answers many connections with errors. Nobody needs to do anything; no connection changes its status.',
})
export class InstagramTrouble {
  @Field(() => DateTimeScalar, { description: 'Since when we know of it.' })
  since: Date;

  @Field(() => DateTimeScalar, { description: 'When we next try whether it is over.' })
  nextTryAt: Date;
}

@Resolver()
export class InstagramTroubleResolver {
  constructor(private readonly trouble: () => Promise<Trouble | null>) {}

  @Query(() => InstagramTrouble, {
    nullable: true,
    description: 'The trouble that Instagram has with many connections; null when it has none. Public.',
  })
  instagramTrouble(): Promise<InstagramTrouble | null> {
    return this.trouble();
  }
}

import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { UrlScalar } from '../scalars';

@ObjectType('Service', { description: 'What a page needs to know about this installation.' })
export class Service {
  @Field(() => UrlScalar, {
    nullable: true,
    description: 'Where the Meta sandbox runs; null when this installation talks to Meta.',
  })
  sandboxUrl: string | null;

  @Field(() => String, { description: 'Who runs this installation.' })
  operatorName: string;

  @Field(() => String, { description: 'Where to write for help.' })
  contactEmail: string;

  @Field(() => UrlScalar, { description: 'Where a person removes the app at Instagram.' })
  instagramAppsUrl: string;

  @Field(() => Boolean, {
    description:
      'Whether Instagram can tell this installation of comments, so that asking for it makes sense.',
  })
  commentEvents: boolean;
}

@Resolver()
export class ServiceResolver {
  constructor(private readonly facts: Service) {}

  @Query(() => Service, { description: 'Facts about this installation. Public.' })
  service(): Service {
    return this.facts;
  }
}

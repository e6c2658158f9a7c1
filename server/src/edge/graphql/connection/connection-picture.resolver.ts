import { FieldResolver, Resolver, Root } from 'type-graphql';
import { UrlScalar } from '../scalars';
import { InstagramConnection } from './connection.type';

/** Where the picture of a connection is found. */
@Resolver(() => InstagramConnection)
export class ConnectionPictureResolver {
  constructor(private readonly addressOf: (connectionId: string) => string) {}

  @FieldResolver(() => UrlScalar, {
    nullable: true,
    description:
      'The profile picture from Instagram, small and square, at an address of this server’s that answers only whoever is signed in to this account. Null when there is none that we know of. It may answer 404: show something else then.',
  })
  pictureUrl(@Root() { id, hasPicture }: InstagramConnection): string | null {
    return hasPicture ? this.addressOf(id) : null;
  }
}

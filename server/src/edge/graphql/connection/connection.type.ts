import { Field, ObjectType } from 'type-graphql';
import type { ConnectionView } from '../../../features/connection';
import { toPublicId } from '../ids';
import { Node } from '../node';
import { DateTimeScalar } from '../scalars';
import { ConnectionStatus, InstagramPermission } from './connection.enums';

@ObjectType('TokenHealth', {
  description: 'How long access lasts. The token itself is never shown to anybody.',
})
export class TokenHealth {
  @Field(() => DateTimeScalar, { description: 'When access ends, as Instagram said it.' })
  expiresAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When access was last renewed; null since the grant.',
  })
  lastRefreshedAt: Date | null;
}

/** An account's link to one Instagram professional account. */
@ObjectType('InstagramConnection', {
  implements: Node,
  description: "An account's link to one Instagram professional account.",
})
export class InstagramConnection extends Node {
  readonly typeName = 'InstagramConnection';

  @Field(() => String, { description: 'The handle at Instagram, without @.' })
  username: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name on the Instagram profile; null when it has none.',
  })
  displayName: string | null;

  @Field(() => ConnectionStatus, { description: 'How the connection is.' })
  status: string;

  @Field(() => DateTimeScalar, { description: 'When the Instagram account was first connected here.' })
  connectedAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When Instagram last answered a call for this connection; null before the first.',
  })
  checkedAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the app was removed at Instagram; null while it is not.',
  })
  deauthorizedAt: Date | null;

  @Field(() => [InstagramPermission], { description: 'What the person granted.' })
  grantedPermissions: string[];

  @Field(() => [InstagramPermission], { description: 'What features need and was not granted.' })
  missingPermissions: string[];

  @Field(() => TokenHealth, {
    nullable: true,
    description: 'How long access lasts; null once the token is gone.',
  })
  tokenHealth: TokenHealth | null;

  readonly rowId: string;

  constructor(view: ConnectionView) {
    super();
    this.id = toPublicId('conn', view.id);
    this.username = view.username;
    this.displayName = view.displayName;
    this.status = view.status;
    this.connectedAt = view.connectedAt;
    this.checkedAt = view.checkedAt;
    this.deauthorizedAt = view.deauthorizedAt;
    this.grantedPermissions = [...view.grantedPermissions];
    this.missingPermissions = [...view.missingPermissions];
    this.tokenHealth =
      view.tokenExpiresAt === null
        ? null
        : { expiresAt: view.tokenExpiresAt, lastRefreshedAt: view.tokenRefreshedAt };
    this.rowId = view.id;
  }
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type ConnectionView, diagnosticId } from '../../../features/connection';
import { toPublicId } from '../ids';
import { Node } from '../node';
import { DateTimeScalar } from '../scalars';
import {
  ConnectionCheckOutcome,
  ConnectionStatus,
  ConnectionStatusReason,
  InstagramPermission,
} from './connection.enums';
import { ConnectionEvidence, outcomeOf, PausedWork, pausedWork } from './connection-details.type';

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

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on we try to renew it next; null when no more tries are planned.',
  })
  nextRefreshAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the newest try to renew it failed; null since one went through.',
  })
  lastFailureAt: Date | null;

  @Field(() => ConnectionCheckOutcome, {
    nullable: true,
    description: 'How Instagram answered that try; null since one went through.',
  })
  lastFailureOutcome: string | null;

  @Field(() => Int, { description: 'How many tries in a row failed; 0 since one went through.' })
  failedAttempts: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when we have given up renewing, because access ended; null while we have not.',
  })
  gaveUpAt: Date | null;
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

  @Field(() => ConnectionStatusReason, {
    nullable: true,
    description: 'Why the connection is so; null when all is well.',
  })
  statusReason: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the connection is so; null where we do not know.',
  })
  statusSince: Date | null;

  @Field(() => ConnectionEvidence, { description: 'What the status rests on.' })
  statusEvidence: ConnectionEvidence;

  @Field(() => [PausedWork], { description: 'What we do not do for the connection at present, and why.' })
  paused: PausedWork[];

  @Field(() => DateTimeScalar, { description: 'When the Instagram account was first connected here.' })
  connectedAt: Date;

  @Field(() => DateTimeScalar, {
    description: 'When the access that there is, or was last, was granted; renewing it is no new grant.',
  })
  grantedAt: Date;

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

  @Field(() => ID, {
    description:
      'By which the operator finds the connection in the log; says nothing of Instagram’s account.',
  })
  diagnosticId: string;

  readonly rowId: string;
  readonly hasPicture: boolean;

  constructor(view: ConnectionView) {
    super();
    this.id = toPublicId('conn', view.id);
    this.username = view.username;
    this.displayName = view.displayName;
    this.status = view.standing.status;
    this.statusReason = view.standing.reason;
    this.statusSince = view.standing.since;
    this.statusEvidence = new ConnectionEvidence(view);
    this.paused = pausedWork(view);
    this.connectedAt = view.connectedAt;
    this.grantedAt = view.grantedAt;
    this.diagnosticId = diagnosticId(view.id);
    this.checkedAt = view.checkedAt;
    this.deauthorizedAt = view.deauthorizedAt;
    this.grantedPermissions = [...view.grantedPermissions];
    this.missingPermissions = [...view.missingPermissions];
    this.tokenHealth = tokenHealthOf(view);
    this.rowId = view.id;
    this.hasPicture = view.hasPicture;
  }
}

function tokenHealthOf({ tokenExpiresAt, tokenRefreshedAt, renewal }: ConnectionView): TokenHealth | null {
  if (tokenExpiresAt === null) return null;
  return {
    expiresAt: tokenExpiresAt,
    lastRefreshedAt: tokenRefreshedAt,
    nextRefreshAt: renewal?.nextAt ?? null,
    lastFailureAt: renewal?.failedAt ?? null,
    lastFailureOutcome: renewal?.failure == null ? null : outcomeOf(renewal.failure),
    failedAttempts: renewal?.attempts ?? 0,
    gaveUpAt: renewal?.gaveUpAt ?? null,
  };
}

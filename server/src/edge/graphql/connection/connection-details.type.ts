import { Field, ObjectType } from 'type-graphql';
import type { ConnectionCheck as Check, ConnectionView } from '../../../features/connection';
import { DateTimeScalar } from '../scalars';
import {
  ConnectionCheckKind,
  ConnectionCheckOutcome,
  ConnectionEvidenceKind,
  PausedActivity,
  PauseReason,
} from './connection.enums';

@ObjectType('ConnectionEvidence', { description: 'What a status rests on.' })
export class ConnectionEvidence {
  @Field(() => ConnectionEvidenceKind, { description: 'Of what sort it is.' })
  kind: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was found, or the moment it speaks of; null where we do not know.',
  })
  foundAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Instagram’s own code for the refusal, with its subcode after a slash, for whoever helps.',
  })
  code: string | null;

  constructor({ standing, evidence }: ConnectionView) {
    this.kind = standing.evidence;
    this.foundAt = standing.since;
    this.code = evidence === null ? null : codeText(evidence.code, evidence.subcode);
  }
}

@ObjectType('ConnectionCheck', { description: 'One renewal or check, and how Instagram answered.' })
export class ConnectionCheck {
  @Field(() => DateTimeScalar, { description: 'When Instagram was asked.' })
  askedAt: Date;

  @Field(() => ConnectionCheckKind, { description: 'What it was asked.' })
  kind: string;

  @Field(() => ConnectionCheckOutcome, { description: 'How it answered.' })
  outcome: string;

  @Field(() => String, {
    nullable: true,
    description: 'Instagram’s own code for a refusal, with its subcode after a slash, for whoever helps.',
  })
  code: string | null;

  constructor({ at, kind, outcome, code, subcode }: Check) {
    this.askedAt = at;
    this.kind = kind;
    this.outcome = OUTCOMES[outcome] ?? 'REFUSED';
    this.code = codeText(code, subcode);
  }
}

@ObjectType('PausedWork', { description: 'Something that we do not do for a connection at present.' })
export class PausedWork {
  @Field(() => PausedActivity, { description: 'What is paused.' })
  activity: string;

  @Field(() => PauseReason, { description: 'Why it is paused.' })
  reason: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it goes on by itself; null where that depends on the person or is not known.',
  })
  resumesAt: Date | null;
}

/** What is paused because of how a connection stands. */
export function pausedBecauseOfStanding({ standing, missingPermissions }: ConnectionView): PausedWork[] {
  const { status } = standing;
  if (status === 'RECONNECT_NEEDED' || status === 'DEAUTHORIZED') {
    const paused = { reason: PauseReason.NO_ACCESS, resumesAt: null };
    return [
      { activity: PausedActivity.ANALYTICS, ...paused },
      { activity: PausedActivity.RENEWAL, ...paused },
    ];
  }
  return missingPermissions.includes('MANAGE_INSIGHTS')
    ? [{ activity: PausedActivity.ANALYTICS, reason: PauseReason.PERMISSION_MISSING, resumesAt: null }]
    : [];
}

const codeText = (code: number | null, subcode: number | null): string | null =>
  code === null ? null : subcode === null ? String(code) : `${code}/${subcode}`;

/** The kinds of refusals, in words for people; all that is not here is REFUSED. */
const OUTCOMES: Readonly<Partial<Record<string, string>>> = {
  OK: ConnectionCheckOutcome.ANSWERED,
  'token-rejected': ConnectionCheckOutcome.ACCESS_REFUSED,
  'app-removed': ConnectionCheckOutcome.REMOVED,
  'permission-missing': ConnectionCheckOutcome.PERMISSION_MISSING,
  'rate-limited': ConnectionCheckOutcome.RATE_LIMITED,
  temporary: ConnectionCheckOutcome.TROUBLE,
  unreadable: ConnectionCheckOutcome.TROUBLE,
  'no-answer': ConnectionCheckOutcome.NO_ANSWER,
};

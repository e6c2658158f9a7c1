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
    this.outcome = outcomeOf(outcome);
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

/** What is paused for a connection, and why: by how it stands, by Instagram's trouble, or by a limit. */
export function pausedWork(view: ConnectionView): PausedWork[] {
  const { standing, missingPermissions, limitedUntil, troubleSince } = view;
  const { status } = standing;
  const paused = (activity: string, reason: string, resumesAt: Date | null = null) => ({
    ...{ activity, reason, resumesAt },
  });
  const both = (reason: string, resumesAt: Date | null = null) => [
    paused(PausedActivity.ANALYTICS, reason, resumesAt),
    paused(PausedActivity.RENEWAL, reason, resumesAt),
  ];
  if (status === 'RECONNECT_NEEDED' || status === 'DEAUTHORIZED') return both(PauseReason.NO_ACCESS);
  if (missingPermissions.includes('MANAGE_INSIGHTS'))
    return [paused(PausedActivity.ANALYTICS, PauseReason.PERMISSION_MISSING)];
  if (troubleSince !== null) return both(PauseReason.INSTAGRAM_TROUBLE);
  return limitedUntil === null ? [] : both(PauseReason.RATE_LIMITED, limitedUntil);
}

const codeText = (code: number | null, subcode: number | null): string | null =>
  code === null ? null : subcode === null ? String(code) : `${code}/${subcode}`;

/** How Instagram answered, in words for people, from `OK` or a kind of refusal. */
export function outcomeOf(kind: string): string {
  return OUTCOMES[kind] ?? ConnectionCheckOutcome.REFUSED;
}

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

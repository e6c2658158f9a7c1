import { Field, ObjectType } from 'type-graphql';
import type { DeletionCategory as Category, DeletionStatus as Status } from '../../../features/deletion';
import { CountScalar, DateTimeScalar } from '../scalars';
import { AccessWithdrawal, DeletionOutcome, DeletionSource, DeletionState } from './deletion.enums';

@ObjectType('DeletionCategory', { description: 'What became of one kind of data.' })
export class DeletionCategory {
  @Field(() => String, {
    description:
      'A stable key: ACCESS_KEYS, INSTAGRAM_IDENTITY, ANALYTICS, POSTS_AND_MEDIA, DELETION_RECORD, BACKUPS, ACCOUNT.',
  })
  name: string;

  @Field(() => DeletionOutcome, { description: 'What became of it.' })
  outcome: string;

  @Field(() => CountScalar, {
    nullable: true,
    description: 'Records removed; only for the account that they belonged to, null for everybody else.',
  })
  count: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is kept, or how it was removed; null when plain.',
  })
  reason: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when it is kept; null when without an end.',
  })
  keptUntil: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it was removed, or found not to be there; only for the account that it belonged to, null for everybody else.',
  })
  settledAt: Date | null;

  constructor(category: Category) {
    this.name = category.name;
    this.outcome = category.outcome;
    this.count = category.count;
    this.reason = category.reason;
    this.keptUntil = category.keptUntil;
    this.settledAt = category.settledAt;
  }
}

@ObjectType('DeletionRecipients', {
  description: 'Integrators that had access to what was deleted, and have to be told to delete their copies.',
})
export class DeletionRecipients {
  @Field(() => CountScalar, { description: 'Those that confirmed that they were told.' })
  told: number;

  @Field(() => CountScalar, { description: 'All of them, those that cannot be reached included.' })
  total: number;

  constructor(counts: Status['recipients']) {
    this.told = counts.told;
    this.total = counts.total;
  }
}

@ObjectType('DeletionStatus', {
  description: 'How far a deletion request is. No id and no name of the person is in it.',
})
export class DeletionStatus {
  @Field(() => String, { description: '26 letters and digits; whoever has it can look the request up.' })
  confirmationCode: string;

  @Field(() => DeletionState, { description: 'How far the request is.' })
  state: string;

  @Field(() => DeletionSource, { description: 'Who asked.' })
  source: string;

  @Field(() => DateTimeScalar, { description: 'When the request was received.' })
  requestedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was completed; null before.' })
  completedAt: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the keys were destroyed, after which nothing could be read; null when there was nothing.',
  })
  keysRemovedAt: Date | null;

  @Field(() => AccessWithdrawal, { description: 'What came of asking Instagram to withdraw our access.' })
  accessWithdrawal: string;

  @Field(() => [DeletionCategory], { description: 'What was removed, what is kept, and why.' })
  categories: DeletionCategory[];

  @Field(() => String, {
    nullable: true,
    description:
      'The signed receipt, a compact JWS by a key of /.well-known/jwks.json; null until the request is completed.',
  })
  receipt: string | null;

  @Field(() => DeletionRecipients, { description: 'How many integrators have to be told, and were.' })
  recipients: DeletionRecipients;

  @Field(() => String, {
    nullable: true,
    description:
      'The signed addendum to the receipt, a compact JWS: what came of telling the integrators. Null until all are settled, three days at most, and where there are none.',
  })
  addendum: string | null;

  constructor(status: Status) {
    this.confirmationCode = status.confirmationCode;
    this.state = status.state;
    this.source = status.source;
    this.requestedAt = status.requestedAt;
    this.completedAt = status.completedAt;
    this.keysRemovedAt = status.keysRemovedAt;
    this.accessWithdrawal = status.accessWithdrawal;
    this.categories = status.categories.map((category) => new DeletionCategory(category));
    this.receipt = status.receipt;
    this.recipients = new DeletionRecipients(status.recipients);
    this.addendum = status.addendum;
  }
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ActivityEntry as Entry, Preference } from '../../../features/notice';
import { InstagramConnection } from '../connection/connection.type';
import { toPublicId } from '../ids';
import { NoticeKind, NoticeMail } from './notice.enums';

@ObjectType('ActivityEntry', { description: 'One thing that the account was told.' })
export class ActivityEntry {
  @Field(() => ID, { description: 'Opaque; starts with act_.' })
  id: string;

  @Field(() => NoticeKind, { description: 'What it is about.' })
  kind: string;

  @Field(() => String, { description: 'The same in one sentence, without a full stop.' })
  sentence: string;

  @Field(() => InstagramConnection, {
    nullable: true,
    description: 'The connection that it is about; null when it is about none, or not one that is left.',
  })
  connection: InstagramConnection | null;

  @Field(() => Date, { description: 'When the account was told.' })
  toldAt: Date;

  @Field(() => Date, { description: 'When what it is about happens or happened.' })
  aboutAt: Date;

  @Field(() => Int, { nullable: true, description: 'The days of access left then, for ACCESS_ENDING.' })
  daysLeft: number | null;

  @Field(() => Boolean, { description: 'Whether the person has seen it.' })
  seen: boolean;

  @Field(() => NoticeMail, { description: 'What became of its mail.' })
  mail: string;

  constructor(entry: Entry, connection: InstagramConnection | null) {
    this.id = toPublicId('act', entry.id);
    this.kind = entry.kind;
    this.sentence = entry.sentence;
    this.connection = connection;
    this.toldAt = entry.toldAt;
    this.aboutAt = entry.aboutAt;
    this.daysLeft = entry.daysLeft;
    this.seen = entry.seen;
    this.mail = entry.mail;
  }
}

@ObjectType('PageInfo', { description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether the list goes on.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Always false: lists are read forward.' })
  hasPreviousPage = false;

  @Field(() => String, { nullable: true, description: 'Cursor of the first entry; null when there is none.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last entry; null when there is none.' })
  endCursor: string | null;
}

@ObjectType('ActivityEdge', { description: 'An entry at its place in the list.' })
export class ActivityEdge {
  @Field(() => String, { description: 'Give it as `after` to go on from here.' })
  cursor: string;

  @Field(() => ActivityEntry, { description: 'The entry.' })
  node: ActivityEntry;
}

@ObjectType('ActivityConnection', { description: 'What the account was told, newest first.' })
export class ActivityConnection {
  @Field(() => [ActivityEdge], { description: 'The entries of this page.' })
  edges: ActivityEdge[];

  @Field(() => PageInfo, { description: 'Where the page ends.' })
  pageInfo: PageInfo;

  constructor(nodes: readonly ActivityEntry[], hasNextPage: boolean) {
    this.edges = nodes.map((node) => ({ cursor: node.id, node }));
    const [first] = nodes;
    this.pageInfo = {
      ...{ hasNextPage, hasPreviousPage: false },
      ...{ startCursor: first?.id ?? null, endCursor: nodes.at(-1)?.id ?? null },
    };
  }
}

@ObjectType('NotificationPreference', { description: 'Whether a kind of notice is mailed.' })
export class NotificationPreference {
  @Field(() => NoticeKind, { description: 'The kind.' })
  kind: string;

  @Field(() => Boolean, { description: 'Whether it is mailed, to a confirmed address.' })
  mailed: boolean;

  @Field(() => Boolean, { description: 'False for what is always mailed, because it guards the account.' })
  canChange: boolean;

  constructor({ kind, mailed, canChange }: Preference) {
    this.kind = kind;
    this.mailed = mailed;
    this.canChange = canChange;
  }
}

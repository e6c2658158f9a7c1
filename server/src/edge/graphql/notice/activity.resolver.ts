import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Connections } from '../../../features/connection';
import type { Activity } from '../../../features/notice';
import { Account } from '../account/account.type';
import { InstagramConnection } from '../connection/connection.type';
import { badUserInput } from '../errors';
import { fromPublicId } from '../ids';
import { ActivityConnection, ActivityEntry, NotificationPreference } from './activity.type';

const MOST_AT_ONCE = 100;

/** What an account was told, and what of it is mailed. */
@Resolver(() => Account)
export class ActivityResolver {
  constructor(
    private readonly told: Activity,
    private readonly connections: Connections,
  ) {}

  @FieldResolver(() => ActivityConnection, {
    description: 'What the account was told, newest first; kept for a year.',
  })
  async activity(
    @Root() { row }: Account,
    @Arg('first', () => Int, {
      defaultValue: 20,
      description: `How many entries, from 1 to ${MOST_AT_ONCE}.`,
    })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor of the entry to go on after.' })
    after: string | null,
  ): Promise<ActivityConnection> {
    if (first < 1 || first > MOST_AT_ONCE) throw badUserInput(`"first" must be from 1 to ${MOST_AT_ONCE}.`);
    const id = after === null || after === undefined ? null : fromPublicId('act', after);
    const page = id === null && after ? null : await this.told.page(row.id, first, id);
    if (page === null) throw badUserInput('"after" is not a cursor of this list.');
    const connections = page.entries.some(({ connectionId }) => connectionId !== null)
      ? await this.connections.list(row.id)
      : [];
    const nodes = page.entries.map((entry) => {
      const connection = connections.find(({ id: held }) => held === entry.connectionId);
      return new ActivityEntry(entry, connection === undefined ? null : new InstagramConnection(connection));
    });
    return new ActivityConnection(nodes, page.hasMore);
  }

  @FieldResolver(() => Int, { description: 'How many entries of `activity` the person has not seen.' })
  unseenActivityCount(@Root() { row }: Account): Promise<number> {
    return this.told.unseen(row.id);
  }

  @FieldResolver(() => [NotificationPreference], { description: 'For each kind, whether it is mailed.' })
  async notificationPreferences(@Root() { row }: Account): Promise<NotificationPreference[]> {
    const preferences = await this.told.preferences(row.id);
    return preferences.map((preference) => new NotificationPreference(preference));
  }
}

import type { Person } from './person';

export const ACTIVITY = `query ($first: Int, $after: String) { viewer {
  unseenActivityCount
  activity(first: $first, after: $after) {
    edges { cursor node { id kind sentence toldAt aboutAt daysLeft seen mail connection { id username } } }
    pageInfo { hasNextPage endCursor }
  }
} }`;

/** What a person was told, newest first. */
// biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
export async function activityOf(person: Person): Promise<any[]> {
  const answer = await person.execute(ACTIVITY, { first: 100 });
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  return answer.data.viewer.activity.edges.map(({ node }: any) => node);
}

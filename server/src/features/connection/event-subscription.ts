/** What a connection says about its events. */
export interface Subscribable {
  readonly generation: number;
  readonly grantedPermissions: readonly string[];
  /** The grant under which Instagram took the subscription; null: there is none that we know of. */
  readonly subscribedGeneration: number | null;
}

/**
 * What Instagram is to be asked so that it sends the events that are wanted and no others; null when it already does.
 * Events are wanted when the installation takes them (`on`) and the person let us read comments. A grant that is new is
 * subscribed again, because Instagram does not say whether a subscription survives its grant; asking twice is harmless.
 */
export function toAskAboutEvents(connection: Subscribable, on: boolean): 'subscribe' | 'unsubscribe' | null {
  const { generation, grantedPermissions, subscribedGeneration } = connection;
  if (on && grantedPermissions.includes('MANAGE_COMMENTS')) {
    return subscribedGeneration === generation ? null : 'subscribe';
  }
  return subscribedGeneration === null ? null : 'unsubscribe';
}

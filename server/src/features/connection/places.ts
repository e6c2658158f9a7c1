import type { Place } from '../../platform/vault';

export type SealedConnectionColumn =
  | 'exchange_user_id_sealed'
  | 'app_scoped_id_sealed'
  | 'professional_id_sealed'
  | 'username_sealed'
  | 'display_name_sealed'
  | 'token_sealed';

/** The place that a sealed column of a connection is bound to. */
export function connectionPlace(connectionId: string, column: SealedConnectionColumn): Place {
  return { table: 'instagram_connection', column, rowId: connectionId };
}

/** The owner of a connection's ids and names: the same key for every grant. */
export const profileKey = (connectionId: string) =>
  ({ kind: 'profile', subjectId: connectionId, generation: 0 }) as const;

/** The owner of one grant's token. */
export const tokenKey = (connectionId: string, generation: number) =>
  ({ kind: 'token', subjectId: connectionId, generation }) as const;

/** The place that the sealed column of an event is bound to. */
export const eventPlace = (eventId: string, column: 'media_id_sealed'): Place => ({
  ...{ table: 'instagram_event', column, rowId: eventId },
});

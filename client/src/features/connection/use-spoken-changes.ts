import { useEffect, useRef } from 'react';
import type { DeletionCardFragment } from '../../gql/graphql';
import type { Clock } from '../../lib/clock';
import { useAnnounce } from '../../ui/live-regions';
import { deletionPill } from '../deletion';
import { cardState } from './card-state/card-state';
import type { Attempt, CardConnection, Trouble } from './connection.queries';

interface Spoken {
  connections: readonly CardConnection[];
  deletions: readonly DeletionCardFragment[];
  attempt: Attempt;
  trouble: Trouble;
}

/** Says aloud what changes while one stays on the screen: a card's state, a deletion that moves on. Never the first state. */
export function useSpokenChanges({ connections, deletions, attempt, trouble }: Spoken, clock: Clock): void {
  const announce = useAnnounce();
  const spoken = useRef<Map<string, string> | null>(null);
  useEffect(() => {
    const states = new Map([
      ['attempt', attempt === null ? 'Not waiting for Instagram any more' : 'Waiting for Instagram'] as const,
      ...connections.map((connection) => {
        const { pill } = cardState({ kind: 'connection', connection, trouble }, clock);
        return [connection.id, `@${connection.username}: ${pill}`] as const;
      }),
      ...deletions.map((one) => [one.confirmationCode, deletionPill(one)] as const),
    ]);
    const before = spoken.current;
    spoken.current = states;
    if (before === null) return;
    const changed = [...states].filter(([key, words]) => before.get(key) !== words).map(([, words]) => words);
    if (changed.length > 0) announce(changed.join('. '));
  }, [connections, deletions, attempt, trouble, clock, announce]);
}

import type { ReactElement } from 'react';
import type { DeletionStatusView } from './deletion-status-view';

/** Whether others hold copies, and how many of them were told to delete those too. */
export function DeletionRecipients({ status }: { status: DeletionStatusView }): ReactElement {
  const { recipients, addendum } = status;
  const { told, total } = recipients;
  if (total === 0) return <p>No integrator had access to this data: nobody else has to be told.</p>;
  return (
    <p>
      Integrators that had access to this data and were told to delete their copies: {told} of {total}.{' '}
      {addendum === null ? UNDER_WAY : told < total && NOT_TOLD}
      {told > 0 && ' Whether they did, we cannot see.'}
    </p>
  );
}

const UNDER_WAY =
  'Each is told until it confirms, for three days at most. A signed addendum to the receipt then says what came of it.';
const NOT_TOLD = 'The others did not confirm in time, or could not be reached; we have stopped trying.';

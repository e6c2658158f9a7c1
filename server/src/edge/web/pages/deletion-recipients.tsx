import type { ReactElement } from 'react';
import type { DeletionStatusView } from './deletion-status-view';

/** Whether others hold copies, and how many of them were told to delete those too. */
export function DeletionRecipients({ status }: { status: DeletionStatusView }): ReactElement {
  const { recipients, addendum } = status;
  const { told, total } = recipients;
  if (total === 0)
    return <p>No integrator had access to what this request deletes: nobody else has to be told.</p>;
  return (
    <p>
      Integrators that had access to it and confirmed that they were told to delete their copies: {told} of{' '}
      {total}.{told > 0 && ' Whether they have done so, we cannot see.'}{' '}
      {addendum === null ? UNDER_WAY : told < total && NOT_TOLD}
    </p>
  );
}

const UNDER_WAY =
  'Each is told until it confirms, for three days at most. A signed addendum to the receipt then says what came of it.';
const NOT_TOLD = 'The rest did not confirm it in time; we have stopped trying.';

import { BusyButton } from '../../ui/busy-button';
import { Failure } from './failure';
import { useLeaveForInstagram } from './use-leave-for-instagram';

interface LeaveButtonProps {
  /** The connection to renew; null for any account. */
  connectionId: string | null;
  children: string;
}

/** Goes straight to Instagram; what speaks against it stands beside the button. */
export function LeaveButton({ connectionId, children }: LeaveButtonProps) {
  const { leaving, failure, go } = useLeaveForInstagram(connectionId === null ? {} : { connectionId });
  return (
    <>
      <BusyButton variant="filled" busy={leaving} busyLabel="Going to Instagram..." onClick={() => void go()}>
        {children}
      </BusyButton>
      <Failure>{failure}</Failure>
    </>
  );
}

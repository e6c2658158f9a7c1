import { BusyButton } from '../../ui/busy-button';
import { Notice } from '../../ui/notice';
import { useGoToInstagram } from './use-go-to-instagram';

interface GrantButtonProps {
  connectionId: string;
  timeZone: string;
  /** What it gives: "Grant analytics access". */
  children: string;
}

/** One press from the card to Instagram's question: what it asks for is known, because it was asked before. */
export function GrantButton({ connectionId, timeZone, children }: GrantButtonProps) {
  const { leaving, failure, go } = useGoToInstagram(timeZone);
  return (
    <>
      <BusyButton
        variant="filled"
        busy={leaving}
        busyLabel="Going to Instagram..."
        onClick={() => void go({ connectionId })}
      >
        {children}
      </BusyButton>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
    </>
  );
}

import { BusyButton } from '../../../ui/busy-button';
import classes from './check-now.module.css';
import { useCheckNow } from './use-check-now';

interface CheckNowProps {
  connectionId: string;
  /** Called when the answer took this button away with the focus on it. */
  onGone: () => void;
}

/** Asks Instagram at once whether a connection is well; the answer stands on a line of its own among the buttons. */
export function CheckNow({ connectionId, onGone }: CheckNowProps) {
  const { checking, sentence, check } = useCheckNow(connectionId, onGone);
  return (
    <>
      <BusyButton busy={checking} busyLabel="Checking..." onClick={() => void check()}>
        Check now
      </BusyButton>
      {sentence !== null && <p className={classes.outcome}>{sentence}</p>}
    </>
  );
}

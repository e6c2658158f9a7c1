import { BusyButton } from '../../ui/busy-button';
import classes from './check-now.module.css';
import { useCheckNow } from './use-check-now';

/** Asks Instagram at once whether a connection is well; the answer stands on a line of its own among the buttons. */
export function CheckNow({ connectionId }: { connectionId: string }) {
  const { checking, sentence, check } = useCheckNow(connectionId);
  return (
    <>
      <BusyButton busy={checking} busyLabel="Checking..." onClick={() => void check()}>
        Check now
      </BusyButton>
      {sentence !== null && <p className={classes.outcome}>{sentence}</p>}
    </>
  );
}

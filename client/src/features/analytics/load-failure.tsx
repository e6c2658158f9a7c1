import { Button, Text } from '@mantine/core';
import { failureSentence } from '../../apollo/failure-sentence';
import { Notice } from '../../ui/notice';
import classes from './states.module.css';

interface LoadFailureProps {
  error: unknown;
  /** What could not be had, as the subject of the sentence. */
  what: string;
  timeZone: string;
  retry: () => void;
}

/** A read that failed: what, why if known, and the way to try again. What was there before stays beside it. */
export function LoadFailure({ error, what, timeZone, retry }: LoadFailureProps) {
  return (
    <Notice tone="danger" role="alert">
      <Text>
        {what} could not be loaded. {failureSentence(error, timeZone)}
      </Text>
      <div className={classes.actions}>
        <Button onClick={retry}>Load again</Button>
      </div>
    </Notice>
  );
}

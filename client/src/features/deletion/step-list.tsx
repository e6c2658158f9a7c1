import type { Clock } from '../../lib/clock';
import { formatMoment } from '../../lib/format-time';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '../../ui/icons';
import { Time } from '../../ui/time';
import type { DeletionStep } from './deletion-steps';
import classes from './step-list.module.css';

const stepIcons = { done: IconCircleCheck, running: IconCircleDashed, failed: IconAlertTriangle };

/** The steps of something that runs, in order, each with its time where it is known. */
export function StepList({
  steps,
  clock: { timeZone, now },
}: {
  steps: readonly DeletionStep[];
  clock: Clock;
}) {
  return (
    <ol className={classes.steps}>
      {steps.map(({ words, state, at }) => {
        const IconOfStep = stepIcons[state];
        return (
          <li key={words} className={classes.step} data-state={state}>
            <IconOfStep aria-hidden size={18} className={classes.icon} />
            <span>
              {words}
              {at !== null && (
                <>
                  , <Time at={at}>{formatMoment(new Date(at), timeZone, now)}</Time>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

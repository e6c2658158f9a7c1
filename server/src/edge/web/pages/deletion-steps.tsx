import type { ReactElement } from 'react';
import type { DeletionStatusView } from './deletion-status-view';

type Progress = 'done' | 'now' | 'not finished' | 'waiting';

const STEPS: Readonly<Record<DeletionStatusView['state'], readonly [Progress, Progress, Progress]>> = {
  RECEIVED: ['done', 'waiting', 'waiting'],
  ERASING: ['done', 'now', 'waiting'],
  NEEDS_ATTENTION: ['done', 'not finished', 'waiting'],
  COMPLETED: ['done', 'done', 'done'],
};

/** The three steps of a request; words carry the state, the outline only repeats it. */
export function DeletionSteps({ state }: { state: DeletionStatusView['state'] }): ReactElement {
  const [received, deleting, checked] = STEPS[state];
  return (
    <ol className="steps">
      <Step name="1. Received" progress={received} />
      <Step name="2. Deleting" progress={deleting} />
      <Step name="3. Checked and completed" progress={checked} />
    </ol>
  );
}

function Step({ name, progress }: { name: string; progress: Progress }): ReactElement {
  return (
    <li className={progress === 'now' ? 'now' : undefined}>
      {name}: {progress}
    </li>
  );
}

import type { Clock } from '../../lib/clock';
import { IconCloudExclamation } from '../../ui/icons';
import { Notice } from '../../ui/notice';
import { nextTry, troubleSentence } from './card-state/trouble';
import type { Trouble } from './connection.queries';

/** Above the cards while Instagram has trouble with many accounts: nobody has to do anything. */
export function TroubleBanner({ trouble, clock }: { trouble: NonNullable<Trouble>; clock: Clock }) {
  const words = [
    troubleSentence(trouble, clock),
    'There is nothing to do: we go on by ourselves when that is over.',
    ...nextTry(trouble, clock),
  ];
  return (
    <Notice tone="neutral" icon={IconCloudExclamation}>
      <p>
        <strong>Instagram is having trouble.</strong> {words.join(' ')}
      </p>
    </Notice>
  );
}

import type { ReactElement } from 'react';
import type { DeletionCategoryView, DeletionStatusView } from './deletion-status-view';
import { categoryInWords, outcomeInWords } from './deletion-words';
import { Day } from './time';

/** What was removed, what is kept, and why. No counts: they could point to a person. */
export function DeletionOutcomes({ status }: { status: DeletionStatusView }): ReactElement | null {
  const { categories, state } = status;
  if (categories.length === 0) return null;
  return (
    <table>
      <caption>What this request covers</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {categories.map((category) => (
          <tr key={category.name}>
            <th scope="row">{categoryInWords(category.name)}</th>
            <td>
              <Outcome category={category} state={state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome(props: {
  category: DeletionCategoryView;
  state: DeletionStatusView['state'];
}): ReactElement {
  const { category, state } = props;
  const { outcome, reason } = outcomeInWords(category, state);
  return (
    <>
      {outcome}
      {category.keptUntil && (
        <>
          {' until '}
          <Day at={category.keptUntil} />
        </>
      )}
      {reason && <span className="said">: {reason}</span>}
    </>
  );
}

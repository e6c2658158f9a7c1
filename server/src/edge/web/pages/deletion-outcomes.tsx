import type { ReactElement } from 'react';
import type { DeletionCategoryView } from './deletion-status-view';
import { categoryInWords, outcomeInWords } from './deletion-words';
import { Day } from './time';

/** What was removed, what is kept, and why. No counts: they could point to a person. */
export function DeletionOutcomes(props: {
  categories: readonly DeletionCategoryView[];
}): ReactElement | null {
  if (props.categories.length === 0) return null;
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
        {props.categories.map((category) => (
          <tr key={category.name}>
            <th scope="row">{categoryInWords(category.name)}</th>
            <td>
              <Outcome category={category} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({ category }: { category: DeletionCategoryView }): ReactElement {
  const { outcome, reason } = outcomeInWords(category);
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

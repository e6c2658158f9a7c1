import type { ReactElement } from 'react';
import type { StoredData } from '../stored-data';

/** The exact list of what is held, why, and until when. On narrow screens it scrolls in its own region. */
export function StoredDataTable(props: {
  id: string;
  caption: string;
  rows: readonly StoredData[];
}): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="scroll" tabIndex={0} aria-labelledby={props.id}>
      <table className="wide">
        <caption id={props.id}>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Why</th>
            <th scope="col">Until</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.what}>
              <th scope="row">{row.what}</th>
              <td>{row.why}</td>
              <td>{row.until}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import type { ReactElement, ReactNode } from 'react';
import { Day } from './time';

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: ReactNode;
}

/** A text in numbered sections, with a list of them beside it where there is room. */
export function WithContents(props: {
  intro: ReactNode;
  sections: readonly Section[];
  outro?: ReactNode;
  lastChanged: Date;
}): ReactElement {
  return (
    <div className="with-contents">
      <article>
        {props.intro}
        {props.sections.map((section) => (
          <section key={section.id} aria-labelledby={section.id}>
            <h2 id={section.id}>{section.title}</h2>
            {section.body}
          </section>
        ))}
        {props.outro}
        <p className="hint">
          Last changed <Day at={props.lastChanged} />
        </p>
      </article>
      <nav className="contents" aria-label="On this page">
        <ul>
          {props.sections.map((section) => (
            <li key={section.id}>
              <a href={`#${section.id}`}>{section.title}</a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** A note of ours, set apart from the published wording around it. */
export function OurNote(props: { title: string; children: ReactNode }): ReactElement {
  return (
    <div className="ours" role="note" aria-label={props.title}>
      <h3>{props.title}</h3>
      {props.children}
    </div>
  );
}

import type { CardState } from './card-state/types';
import classes from './connection-card.module.css';

/** What a card says under its head: what is so, what one needs, what one can do. */
export function CardWords({ state }: { state: CardState }) {
  return (
    <div className={classes.words}>
      {state.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {state.needs.length > 0 && (
        <ol className={classes.needs}>
          {state.needs.map((need) => (
            <li key={need}>{need}</li>
          ))}
        </ol>
      )}
      {state.advice.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

import classes from './failure.module.css';

/** Why a button of a card did nothing, on a line of its own among the buttons; nothing when all went well. */
export function Failure({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <p role="alert" className={classes.failure}>
      {children}
    </p>
  );
}

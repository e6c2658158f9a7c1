import classes from './confirmation-code.module.css';

/** A confirmation code in groups of four. The gaps are only drawn, so what is copied is the code itself. */
export function ConfirmationCode({ code }: { code: string }) {
  const starts = [...code].flatMap((_, index) => (index % 4 === 0 ? [index] : []));
  return (
    <code className={classes.code}>
      {starts.map((start) => (
        <span key={start}>{code.slice(start, start + 4)}</span>
      ))}
    </code>
  );
}

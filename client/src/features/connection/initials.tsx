import classes from './initials.module.css';

/** The first letters of a name or handle, at most two: "Studio Nord" and "studio_nord" both give SN. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

/** Stands where a picture would; it only repeats what the handle beside it says. */
export function Initials({ of }: { of: string }) {
  return (
    <span aria-hidden className={classes.initials}>
      {initialsOf(of)}
    </span>
  );
}

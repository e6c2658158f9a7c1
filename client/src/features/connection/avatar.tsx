import { useState } from 'react';
import classes from './avatar.module.css';
import { Initials } from './initials';

interface AvatarProps {
  /** The name or handle that stands beside it. */
  of: string;
  /** Where the picture is found; null when there is none. */
  pictureUrl: string | null;
}

/** The Instagram account's picture, or its initials where none can be had. It only repeats what the handle beside it says. */
export function Avatar({ of, pictureUrl }: AvatarProps) {
  // Another address is another try.
  const [failed, setFailed] = useState<string | null>(null);
  if (pictureUrl === null || pictureUrl === failed) return <Initials of={of} />;
  return (
    <img
      src={pictureUrl}
      alt=""
      width={40}
      height={40}
      className={classes.picture}
      onError={() => setFailed(pictureUrl)}
    />
  );
}

import { EmbeddedDatabaseError } from './embedded-database-error';

/** Where the explanation points to. */
export interface Places {
  readonly dataFolder: string;
  readonly logFile: string;
}

const KNOWN: readonly { pattern: RegExp; say: (places: Places) => string }[] = [
  {
    pattern: /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/,
    say: ({ dataFolder }) =>
      `The disk that holds the database (${dataFolder}) is full. Make room there, or move DATA_DIR, and start again.`,
  },
  {
    pattern: /has wrong ownership|has invalid permissions/,
    say: ({ dataFolder }) =>
      `The database folder ${dataFolder} belongs to another user or is open to others. Start as its owner, ` +
      'make it private (chmod 700), or choose another DATA_DIR.',
  },
  {
    pattern: /Permission denied|EACCES|EPERM|Read-only file system|EROFS/,
    say: ({ dataFolder }) =>
      `The database folder ${dataFolder} cannot be written by this user. Give the user the folder, or choose ` +
      'another DATA_DIR.',
  },
  {
    pattern: /lock file "postmaster\.pid" already exists/,
    say: ({ dataFolder }) =>
      `Another PostgreSQL is using ${dataFolder}. Stop it, or choose another DATA_DIR.`,
  },
  {
    pattern: /could not look up effective user ID/,
    say: () =>
      'PostgreSQL needs the user that runs it to have a name (an entry in /etc/passwd). Add one, start as another ' +
      'user, or set DATABASE_URL to a PostgreSQL of your own.',
  },
  {
    pattern: /Cannot allocate memory|could not (create|map|resize) .*shared memory/,
    say: () => 'There is not enough memory for PostgreSQL. Free some, and start again.',
  },
];

/**
 * Turns what PostgreSQL (or the file system) said into an error for people. Unknown troubles show PostgreSQL's own last
 * lines and where its log is.
 */
export function explain(doing: string, said: string, places: Places, cause?: unknown): EmbeddedDatabaseError {
  const known = KNOWN.find(({ pattern }) => pattern.test(said));
  const lines = said.trim().split('\n').slice(-8);
  if (known !== undefined) {
    const reason = lines.find((line) => known.pattern.test(line)) ?? '';
    return new EmbeddedDatabaseError(`${known.say(places)}\n  ${reason}`.trimEnd(), { cause });
  }
  return new EmbeddedDatabaseError(
    [`${doing} failed. PostgreSQL's last words (its log: ${places.logFile}):`, ...lines].join('\n  '),
    { cause },
  );
}

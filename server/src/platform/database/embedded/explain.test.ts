import { EmbeddedDatabaseError } from './embedded-database-error';
import { explain } from './explain';

const places = { dataFolder: '/data/postgres', logFile: '/data/postgres.log' };

test.each([
  [
    'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    'The disk that holds the database',
  ],
  [
    'Error: ENOSPC: no space left on device, write',
    'The disk that holds the database (/data/postgres) is full',
  ],
  ['FATAL:  data directory "/data/postgres" has wrong ownership', 'belongs to another user'],
  ["Error: EACCES: permission denied, mkdir '/data'", 'cannot be written by this user'],
  ['FATAL:  lock file "postmaster.pid" already exists', 'Another PostgreSQL is using /data/postgres'],
  ['initdb: could not look up effective user ID 54321: user does not exist', 'an entry in /etc/passwd'],
  ['FATAL:  could not create shared memory segment: Cannot allocate memory', 'not enough memory'],
])('%s', (said, sentence) => {
  const error = explain('Starting the database', said, places);
  expect(error).toBeInstanceOf(EmbeddedDatabaseError);
  expect(error.message).toContain(sentence);
  expect(error.message).toContain(`\n  ${said}`);
});

test('an unknown trouble shows the last lines and where the log is', () => {
  const said = Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n');
  const { message } = explain('Starting the database', said, places);
  expect(message).toMatch(/^Starting the database failed\..*\/data\/postgres\.log/);
  expect(message).toContain('line 19');
  expect(message).not.toContain('line 11');
});

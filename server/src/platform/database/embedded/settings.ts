/** What PostgreSQL is started with: a name and a value for each `-c`. */
export type PostgresSettings = Readonly<Record<string, string | number>>;

/**
 * The settings of every embedded PostgreSQL. They are given on the command line, so that nothing in the data folder can
 * weaken them: values never reach the log, a commit is on disk when it returns, and old write-ahead log does not pile up.
 */
export function postgresSettings(port: number): PostgresSettings {
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',

    log_statement: 'none',
    log_min_duration_statement: -1,
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_lock_waits: 'off',
    track_activity_query_size: 100,

    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'minimal',
    max_wal_senders: 0,
    min_wal_size: '32MB',
    max_wal_size: '64MB',

    max_connections: 60,
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
  };
}

/** Settings for throw-away data: much faster, and a crash of the machine may lose it. */
export const THROW_AWAY_SETTINGS: PostgresSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '1GB',
  max_connections: 200,
};

/** The command line that carries the settings. */
export function settingsAsArguments(settings: PostgresSettings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Tables that name a connection and stay after its erasure, each with the reason. */
export const KEPT_TABLES: Readonly<Record<string, string>> = {
  deletion_subject:
    'says which of our random ids a request was about, and holds the owner’s own code, sealed',
  deletion_outcome: 'says what a request removed: our category, an outcome, a count',
};

/** Clear text and bytes on tables with Instagram data, each with the reason why it tells nothing about a person. */
export const CLEAR_COLUMNS: Readonly<Record<string, string>> = {
  'instagram_connection.app_id': 'the id of our own app at Instagram, the same for everybody',
  'instagram_connection.granted_permissions': 'our words for permissions',
  'analytics_day.failed_metrics': 'our names of metrics',
  'analytics_gap.metric': 'our name of a metric',
  'analytics_gap.reason': 'our word for why a number is missing',
  'analytics_sync.failure': 'our word for a kind of refusal',
  'connect_attempt.state_hash': 'digest of 256 random bits of ours',
  'connect_attempt.session_hash': 'digest of 256 random bits of ours',
  'account.password_hash': 'Argon2id; leaves with the account, and did not come from Instagram',
  'account.time_zone': 'needed to show a time; leaves with the account, and did not come from Instagram',
  'keystore.data_key.kind': 'what the key seals: account, profile or token',
  'keystore.data_key.epoch_id': 'the name of the key that wraps this one',
  'keystore.data_key.wrapped': 'a key, wrapped by an epoch key that is outside the database',
};

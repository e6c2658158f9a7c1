/**
 * The numbers of our advisory locks, all in one place: two that were the same would wait for each other. They are for one
 * database at a time; a transaction or a session that ends gives them back.
 */
export const ADVISORY_LOCKS = {
  /** Migrations run one after the other. */
  migration: 5_070_611,
  /** Whoever changes keys of the ring. */
  keyRing: 5_070_612,
  /** Leaves are appended to the log of receipts one after the other, whichever process does it. */
  receiptLog: 5_070_613,
  /** One process at a time works on the ledger of a database. */
  ledger: 5_070_614,
  /** One restore of a database at a time. */
  restore: 5_070_615,
  /** One at a time makes or replaces a signing key. */
  signingKey: 5_070_616,
} as const;

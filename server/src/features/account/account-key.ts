/** The owner of what is personal to an account. An account is there for as long as this key is. */
export const accountKey = (accountId: string) =>
  ({ kind: 'account', subjectId: accountId, generation: 0 }) as const;

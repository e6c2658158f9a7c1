/** The owner of what is personal to an account. */
export const accountKey = (accountId: string) =>
  ({ kind: 'account', subjectId: accountId, generation: 0 }) as const;

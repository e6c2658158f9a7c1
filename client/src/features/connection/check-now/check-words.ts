import type { ConnectionCheckOutcome } from '../../../gql/graphql';

/** How Instagram answered, for a list. */
export const answerWords: Record<ConnectionCheckOutcome, string> = {
  ANSWERED: 'Instagram answered',
  ACCESS_REFUSED: 'Instagram did not accept our access',
  REMOVED: 'Instagram said that SocioGenie was removed',
  PERMISSION_MISSING: 'Instagram said that a permission is missing',
  RATE_LIMITED: 'Instagram said that we asked too often',
  TROUBLE: 'Instagram had trouble of its own',
  NO_ANSWER: 'Instagram did not answer',
  REFUSED: 'Instagram refused',
};

/** The same for a try to renew access. */
export function renewalWords(outcome: ConnectionCheckOutcome): string {
  return outcome === 'ANSWERED' ? 'Renewed' : `Not renewed: ${answerWords[outcome]}`;
}

/**
 * What an answer to "Check now" means. One answer alone never changes a connection; `confirmed` says that the state on the
 * card is what checks have proven.
 */
export function checkedSentence(outcome: ConnectionCheckOutcome, at: string, confirmed: boolean): string {
  const answer = `Checked at ${at}: ${answerWords[outcome]}.`;
  switch (outcome) {
    case 'ANSWERED':
      return answer;
    case 'ACCESS_REFUSED':
    case 'REMOVED':
    case 'PERMISSION_MISSING':
      if (confirmed) return `${answer} That is confirmed; this card says what to do.`;
      return `${answer} One answer alone changes nothing; this card changes when it is confirmed.`;
    default:
      return `${answer} That says nothing about your connection, which stays as it is.`;
  }
}

/** Who of support does something, and why. */
export interface Visit {
  readonly operator: string;
  readonly reason: string;
}

/** Our words for what support does. */
export type SupportAction =
  | 'FIND_BY_EMAIL'
  | 'FIND_BY_INSTAGRAM_ID'
  | 'FIND_BY_CODE'
  | 'DELETION_PREVIEW'
  | 'DELETION_REQUEST';

const OPERATOR_MAX = 80;
const REASON_MAX = 200;

/**
 * What is wrong with a visit, in a sentence; null when nothing is. A reason points to a case and names nobody: what
 * looks like an e-mail address, an id of Instagram's (ten digits or more) or a confirmation code is refused.
 */
export function visitProblem({ operator, reason }: Visit): string | null {
  if (!isShortLine(operator, OPERATOR_MAX)) return `The operator's name has 1 to ${OPERATOR_MAX} characters.`;
  if (!isShortLine(reason, REASON_MAX)) return `The reason has 1 to ${REASON_MAX} characters.`;
  if (namesSomebody(operator) || namesSomebody(reason)) {
    return 'Neither name nor reason may hold an e-mail address, an Instagram id or a confirmation code.';
  }
  return null;
}

function isShortLine(text: string, max: number): boolean {
  return text.trim() !== '' && text.length <= max && !/\p{Cc}/u.test(text);
}

const namesSomebody = (text: string): boolean => /[@＠]|\d{10}|\b[A-Z2-7]{26}\b/u.test(text);

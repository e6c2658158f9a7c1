import type { AnalyticsMissingReason } from '../../../gql/graphql';

export type MissingReason = `${AnalyticsMissingReason}`;

const words: Readonly<Record<MissingReason, string>> = {
  PERMISSION_MISSING: 'the permission to read analytics was not granted',
  TOO_FEW_FOLLOWERS: 'Instagram gives this number from 100 followers',
  NOT_YET_AVAILABLE: 'Instagram has not reported it yet',
  UNSUPPORTED: 'Instagram does not offer this number for this account',
  META_ERROR: 'Instagram answered with an error',
  BEFORE_CONNECTION: 'from before the first day we collected',
};

/** Why a number is not known, as the end of a sentence ("not known: ..."). */
export function missingWords(reason: MissingReason | null): string {
  return reason === null ? 'Instagram gave no number' : words[reason];
}

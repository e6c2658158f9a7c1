import { describedEnum } from '../enums';

export const DeletionState = describedEnum('DeletionState', 'How far a deletion request is.', {
  RECEIVED: 'Recorded; the keys are destroyed and nothing can be read any more.',
  ERASING: 'The records are being removed.',
  COMPLETED: 'Everything was removed and counted again.',
  NEEDS_ATTENTION: 'Something could not be removed; it is tried again and the operator was told.',
});

export const DeletionSource = describedEnum('DeletionSource', 'Who asked for a deletion.', {
  META_CALLBACK: 'The person, through Instagram.',
  DISCONNECT: 'The person, by disconnecting here.',
  ACCOUNT_CLOSURE: 'The person, by deleting the account.',
  TRANSFER:
    'Nobody for its own sake: the Instagram account moves to another SocioGenie account, released by its holder or unanswered.',
  OPERATOR: 'The operator, on request.',
});

export const DeletionOutcome = describedEnum('DeletionOutcome', 'What became of a category of data.', {
  PENDING: 'Not decided yet.',
  REMOVED: 'Removed, and counted as gone.',
  NOTHING_HELD: 'There was nothing.',
  KEPT: 'Kept, for the reason given.',
  FAILED: 'Could not be removed yet; it is tried again.',
});

export const AccessWithdrawal = describedEnum(
  'AccessWithdrawal',
  'What came of asking Instagram to withdraw our access. Instagram documents no such call, so we can only ask.',
  {
    NOT_ASKED: 'Not asked: Instagram had ended the access, there was none, or another account here needs it.',
    ASKING: 'Instagram is being asked.',
    ACCEPTED: 'Instagram accepted.',
    REFUSED: 'Instagram refused; the person can remove the app there.',
    NO_ANSWER: 'Instagram did not answer in time; the person can remove the app there.',
    NOT_KNOWN: 'The server stopped while it asked; the person can remove the app there.',
  },
);

export { ConfirmationCode } from './confirmation-code';
export { DeletionCard } from './deletion-card';
export { deletionPill } from './deletion-words';
export { useHiddenLines } from './hidden-lines';

import { SupportAccessRow } from './support-access.entity';

export { SupportDesk, type SupportKey } from './support-desk';
export { type Visit, visitProblem } from './visit';
export { visitsOfAccountEraser } from './visits-of-account.eraser';

/** The tables of this feature. */
export const SUPPORT_ENTITIES = [SupportAccessRow] as const;
export { SUPPORT_VISITS } from './held';

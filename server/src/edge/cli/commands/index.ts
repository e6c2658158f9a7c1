import type { Command } from '../command';

/** Every command of the operator, in the order of the help. */
export const COMMANDS: readonly Command[] = [];

import type { Command } from '../command';
import { keysRotate } from './keys-rotate';
import { keysStatus } from './keys-status';

/** Every command of the operator, in the order of the help. */
export const COMMANDS: readonly Command[] = [keysStatus, keysRotate];

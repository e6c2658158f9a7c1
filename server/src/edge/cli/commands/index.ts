import type { Command } from '../command';
import { deletionsImport } from './deletions-import';
import { deletionsRequest } from './deletions-request';
import { keysRotate } from './keys-rotate';
import { keysStatus } from './keys-status';
import { supportFind } from './support-find';

/** Every command of the operator, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  deletionsImport,
  deletionsRequest,
  supportFind,
  keysStatus,
  keysRotate,
];

import type { Command } from '../command';
import { backup } from './backup';
import { deletionsImport } from './deletions-import';
import { deletionsReplay } from './deletions-replay';
import { deletionsRequest } from './deletions-request';
import { deletionsRetry } from './deletions-retry';
import { keysRotate } from './keys-rotate';
import { keysStatus } from './keys-status';
import { receiptsRotateKey } from './receipts-rotate-key';
import { restore } from './restore';
import { review } from './review';
import { supportFind } from './support-find';
import { verifyReceiptCommand } from './verify-receipt';

/** Every command of the operator, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  deletionsImport,
  deletionsRequest,
  deletionsRetry,
  deletionsReplay,
  supportFind,
  verifyReceiptCommand,
  receiptsRotateKey,
  keysStatus,
  keysRotate,
  backup,
  restore,
  review,
];

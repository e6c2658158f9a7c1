import type { Command } from '../command';
import { keysRotate } from './keys-rotate';
import { keysStatus } from './keys-status';
import { receiptsRotateKey } from './receipts-rotate-key';
import { verifyReceiptCommand } from './verify-receipt';

/** Every command of the operator, in the order of the help. */
export const COMMANDS: readonly Command[] = [keysStatus, keysRotate, verifyReceiptCommand, receiptsRotateKey];

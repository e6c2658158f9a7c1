import type { Command } from '../command';
import { receiptsRotateKey } from './receipts-rotate-key';
import { verifyReceiptCommand } from './verify-receipt';

/** Every command of the operator, in the order of the help. */
export const COMMANDS: readonly Command[] = [verifyReceiptCommand, receiptsRotateKey];

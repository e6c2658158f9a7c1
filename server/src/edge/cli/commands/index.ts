import type { Command } from '../command';
<<<<<<< HEAD
import { keysRotate } from './keys-rotate';
import { keysStatus } from './keys-status';
=======
>>>>>>> ddfa80b3a759d600fcad9b13e9b16006b3c733d9
import { receiptsRotateKey } from './receipts-rotate-key';
import { verifyReceiptCommand } from './verify-receipt';

/** Every command of the operator, in the order of the help. */
<<<<<<< HEAD
export const COMMANDS: readonly Command[] = [keysStatus, keysRotate, verifyReceiptCommand, receiptsRotateKey];
=======
export const COMMANDS: readonly Command[] = [verifyReceiptCommand, receiptsRotateKey];
>>>>>>> ddfa80b3a759d600fcad9b13e9b16006b3c733d9

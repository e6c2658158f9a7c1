import { randomBytes, randomUUID } from 'node:crypto';

/** A new id for a row of ours: 122 random bits. Ids of Meta's are never made or changed here: they are text. */
export const newId = (): string => randomUUID();

/** A secret of 256 random bits as base64url text: session ids, OAuth states. */
export const newSecretText = (): string => randomBytes(32).toString('base64url');

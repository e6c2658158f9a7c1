/** What a person can be told, in the order in which preferences list it. More kinds may come. */
export const NOTICE_KINDS = [
  'ACCESS_ENDING',
  'RECONNECT_NEEDED',
  'REMOVED_AT_INSTAGRAM',
  'TRANSFER_ASKED',
  'TRANSFER_ENDED',
  'TRANSFER_MOVED',
  'TRANSFER_KEPT',
  'TRANSFER_READY',
  'DELETION_COMPLETED',
  'NEW_DEVICE',
  'PASSWORD_CHANGED',
  'EMAIL_CHANGED',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * Always mailed: whoever took an account over must not be able to keep its owner from hearing of it, and a connection is
 * not to be lost by a silence that was chosen for other reasons.
 */
export const ALWAYS_MAILED: readonly NoticeKind[] = [
  'TRANSFER_ASKED',
  'TRANSFER_MOVED',
  'PASSWORD_CHANGED',
  'EMAIL_CHANGED',
];

/** Something about a connection. Its name is not part of it: who shows it reads the connection. */
export interface ConnectionNotice {
  readonly kind: 'ACCESS_ENDING' | 'RECONNECT_NEEDED' | 'REMOVED_AT_INSTAGRAM';
  readonly accountId: string;
  readonly connectionId: string;
  readonly generation: number;
  /** Which warning it is, by the days that were left when it was due, for ACCESS_ENDING; null otherwise. */
  readonly rung: number | null;
  /** When access ends or ended. */
  readonly aboutAt: Date;
}

/** Something about a request to move an Instagram account between SocioGenie accounts. */
interface TransferNotice {
  readonly kind: 'TRANSFER_ASKED' | 'TRANSFER_ENDED' | 'TRANSFER_MOVED' | 'TRANSFER_KEPT' | 'TRANSFER_READY';
  readonly accountId: string;
  readonly requestId: string;
  /** The connection that is asked for, for its holder; null otherwise. */
  readonly connectionId: string | null;
  readonly aboutAt: Date;
}

interface DeletionNotice {
  readonly kind: 'DELETION_COMPLETED';
  readonly accountId: string;
  readonly requestId: string;
  readonly aboutAt: Date;
}

interface DeviceNotice {
  readonly kind: 'NEW_DEVICE';
  readonly accountId: string;
  readonly deviceHash: Buffer;
  /** In words of a fixed list. */
  readonly device: string;
  readonly aboutAt: Date;
}

interface PasswordNotice {
  readonly kind: 'PASSWORD_CHANGED';
  readonly accountId: string;
  readonly aboutAt: Date;
}

/** Mailed to the address before: whoever reads the new one's mail knows of it. */
interface EmailNotice {
  readonly kind: 'EMAIL_CHANGED';
  readonly accountId: string;
  /** The address before; null, and nothing is mailed, when it was never confirmed. */
  readonly formerEmail: string | null;
  readonly aboutAt: Date;
}

export type Notice =
  | ConnectionNotice
  | TransferNotice
  | DeletionNotice
  | DeviceNotice
  | PasswordNotice
  | EmailNotice;

/** What makes a notice one and the same, however often it is told. */
export function dedupeWords(notice: Notice): readonly string[] {
  const about = notice.aboutAt.toISOString();
  switch (notice.kind) {
    case 'TRANSFER_ASKED':
    case 'TRANSFER_ENDED':
    case 'TRANSFER_MOVED':
    case 'TRANSFER_KEPT':
    case 'TRANSFER_READY':
    case 'DELETION_COMPLETED':
      return [notice.requestId];
    case 'NEW_DEVICE':
      return [notice.deviceHash.toString('hex'), about];
    case 'PASSWORD_CHANGED':
    case 'EMAIL_CHANGED':
      return [about];
    case 'ACCESS_ENDING':
      return [notice.connectionId, String(notice.generation), String(notice.rung), about];
    default:
      return [notice.connectionId, String(notice.generation), about];
  }
}

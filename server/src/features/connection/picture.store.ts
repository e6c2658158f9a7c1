import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Place, Vault } from '../../platform/vault';
import { ConnectionPictureRow } from './connection-picture.entity';
import type { Grant, Grants } from './grants';
import { InstagramConnectionRow } from './instagram-connection.entity';
import { profileKey } from './places';

const HOUR_MS = 3_600_000;
/** A picture that could not be had is asked for again after an hour, one that was had after a day. */
const RETRY_MS = HOUR_MS;
const FRESH_MS = 24 * HOUR_MS;

/** How a sealed picture begins: what follows is base64. */
const HEAD = 'data:image/webp;base64,';

/** A small WebP picture, and when it was fetched. */
export interface KeptPicture {
  readonly bytes: Buffer;
  readonly fetchedAt: Date;
}

/** What is kept for a connection. `dueAt` is null where Instagram was never asked. */
export interface FoundPicture {
  readonly picture: KeptPicture | null;
  readonly dueAt: Date | null;
}

const place = (connectionId: string): Place => ({
  ...{ table: 'connection_picture', column: 'picture_sealed', rowId: connectionId },
});

/** What is kept for an account's own connection; null when it has none of that id, or it was cut. */
export function readPicture(
  dataSource: DataSource,
  vault: Vault,
  accountId: string,
  connectionId: string,
): Promise<FoundPicture | null> {
  // Rows and key as of one moment: a cut in between takes all of them.
  return dataSource.transaction('REPEATABLE READ', async (tx) => {
    const own = { id: connectionId, accountId, cutAt: IsNull() };
    if (!(await tx.existsBy(InstagramConnectionRow, own))) return null;
    const row = await tx.findOneBy(ConnectionPictureRow, { connectionId });
    if (row === null) return { picture: null, dueAt: null };
    const { pictureSealed, fetchedAt, dueAt } = row;
    if (pictureSealed === null || fetchedAt === null) return { picture: null, dueAt };
    const key = await vault.openKey(tx, profileKey(connectionId));
    const text = key.open(place(connectionId), pictureSealed);
    return { picture: { bytes: Buffer.from(text.slice(HEAD.length), 'base64'), fetchedAt }, dueAt };
  });
}

/**
 * Takes the right to ask Instagram now, if it is time: one process of many asks, and a refusal costs no second call
 * within the hour. False when it is not time, or the grant is over.
 */
export function claimPicture(
  dataSource: DataSource,
  grants: Grants,
  { connectionId, generation }: Grant,
  now: Date,
): Promise<boolean> {
  return dataSource.transaction(async (tx) => {
    if (!(await grants.hold(tx, connectionId, generation))) return false;
    const claimed: unknown[] = await tx.query(
      `insert into connection_picture as picture (connection_id, due_at) values ($1, $2)
       on conflict (connection_id) do update set due_at = excluded.due_at where picture.due_at <= $3
       returning connection_id`,
      [connectionId, new Date(now.getTime() + RETRY_MS), now],
    );
    return claimed.length > 0;
  });
}

/** Stores a picture, or that there is none, if the grant is still the one that it was fetched with. */
export function storePicture(
  { dataSource, vault, grants }: { dataSource: DataSource; vault: Vault; grants: Grants },
  { connectionId, generation }: Grant,
  bytes: Buffer | null,
  at: Date,
): Promise<void> {
  return dataSource.transaction(async (tx) => {
    if (!(await grants.hold(tx, connectionId, generation))) return;
    const key = await vault.openKey(tx, profileKey(connectionId));
    const text = bytes === null ? null : `${HEAD}${bytes.toString('base64')}`;
    await tx.update(
      ConnectionPictureRow,
      { connectionId },
      {
        pictureSealed: text === null ? null : key.seal(place(connectionId), text),
        fetchedAt: text === null ? null : at,
        dueAt: new Date(at.getTime() + FRESH_MS),
      },
    );
  });
}

/**
 * What is known of the pictures of connections, without opening one. One that Instagram was never asked about, or is to be
 * asked about again, is not in the map unless a picture of it is kept.
 */
export async function pictureStates(
  tx: EntityManager,
  connectionIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, 'kept' | 'none'>> {
  if (connectionIds.length === 0) return new Map();
  const rows: { id: string; kept: boolean }[] = await tx.query(
    `select connection_id as id, picture_sealed is not null as kept from connection_picture
     where connection_id = any($1) and (picture_sealed is not null or due_at > $2)`,
    [connectionIds, now],
  );
  return new Map(rows.map(({ id, kept }) => [id, kept ? 'kept' : 'none']));
}

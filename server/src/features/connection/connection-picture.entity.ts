import { Entity, ForeignKey } from 'typeorm';
import { Clear, Sealed } from '../../platform/database/personal';
import { Subject } from '../../platform/database/subject';
import { INSTAGRAM_PICTURE } from './held';

/** A small copy of the profile picture, and when Instagram is asked for it again. */
@Subject({
  paths: [{ column: 'connection_id', to: 'instagram_connection.id' }],
  holding: INSTAGRAM_PICTURE,
  onErase: 'row-removed',
})
@Entity({ name: 'connection_picture' })
export class ConnectionPictureRow {
  @ForeignKey('InstagramConnectionRow', { name: 'connection_picture_connection_fkey', onDelete: 'NO ACTION' })
  @Clear({
    reason: 'random-id',
    source: 'us',
    purpose: 'whose picture it is',
    primary: true,
    type: 'uuid',
    primaryKeyConstraintName: 'connection_picture_pkey',
  })
  connectionId: string;

  /** As a `data:` address, so that the copy in an export can be looked at. Null when Instagram gave none so far. */
  @Sealed({
    key: 'profile',
    purpose: 'to show which Instagram account is connected',
    nullable: true,
  })
  pictureSealed: string | null;

  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to tell a new picture from the one before',
    type: 'timestamptz',
    nullable: true,
  })
  fetchedAt: Date | null;

  /** From when on Instagram is asked again, when somebody looks. */
  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to ask Instagram no more than needed',
    type: 'timestamptz',
  })
  dueAt: Date;
}

import { Entity } from 'typeorm';
import { Clear } from '../../platform/database/personal';
import { NoPerson } from '../../platform/database/subject';
import { PERMISSION_USE } from './held';

/** The day on which Instagram last answered a kind of call, whoever it was made for. */
@NoPerson({
  reason: 'one row for each kind of call, with the day of its last use: whoever it was for',
  kept: PERMISSION_USE,
})
@Entity({ name: 'permission_use' })
export class PermissionUseRow {
  @Clear({
    reason: 'our-word',
    source: 'us',
    purpose: 'which call of Instagram’s it is',
    primary: true,
    type: 'text',
    primaryKeyConstraintName: 'permission_use_pkey',
  })
  operation: string;

  @Clear({
    reason: 'time',
    source: 'us',
    purpose: 'to warn of a permission that nothing uses',
    type: 'date',
  })
  lastUsedOn: string;
}

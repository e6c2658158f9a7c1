import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { DataExports } from '../../../features/export';
import { Account } from '../account/account.type';
import { DataExport } from './data-export.type';

/** An account's export. */
@Resolver(() => Account)
export class DataExportResolver {
  constructor(private readonly dataExports: DataExports) {}

  @FieldResolver(() => DataExport, {
    nullable: true,
    description:
      'The newest export of everything that is held about the account; null when none was asked for in a week.',
  })
  async dataExport(@Root() account: Account): Promise<DataExport | null> {
    const view = await this.dataExports.newest(account.row.id);
    return view === null ? null : new DataExport(view);
  }
}

import { Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { DataExports } from '../../../features/export';
import { type Context, requireViewer } from '../context';
import { UrlScalar } from '../scalars';
import { UserError } from '../user-errors';
import { DataExportBeingSent, DataExportNotReady } from './user-errors';

@ObjectType('IssueDataExportLinkPayload', { description: 'Where the export can be downloaded.' })
export class IssueDataExportLinkPayload {
  @Field(() => UrlScalar, {
    nullable: true,
    description: 'Works once, for ten minutes, and only for whoever is signed in to this account.',
  })
  url: string | null;

  @Field(() => [UserError], { description: 'Why there is no link.' })
  userErrors: UserError[];
}

@Resolver()
export class IssueDataExportLinkResolver {
  constructor(
    private readonly dataExports: DataExports,
    private readonly publicUrl: string,
  ) {}

  @Mutation(() => IssueDataExportLinkPayload, {
    description:
      'Gives a link for the one download of the export that is ready; an earlier one ends. A download that broke off can be begun again with another link. Needs: signed in.',
  })
  async issueDataExportLink(@Ctx() context: Context): Promise<IssueDataExportLinkPayload> {
    const { accountId } = requireViewer(context);
    const link = await this.dataExports.issueLink(accountId);
    if (link.kind === 'not-ready') return { url: null, userErrors: [new DataExportNotReady()] };
    if (link.kind === 'being-sent') return { url: null, userErrors: [new DataExportBeingSent(link.retryAt)] };
    return { url: new URL(`/exports/${link.token}`, this.publicUrl).href, userErrors: [] };
  }
}

import type { ConnectionView, PermissionFacts } from '../../features/connection';
import type {
  ConnectionOfOperator,
  DeletionStatus,
  ListedId,
  ListedResult,
  ReplaySummary,
} from '../../features/deletion';
import type { SupportDesk } from '../../features/support';
import type { Secret } from '../../platform/secret';

/** What the operator's commands may do with the server's features; `app.ts` puts it together. Ids are row ids. */
export interface OperatorDoors {
  readonly support: SupportDesk;
  /** Deletes again what a restored database brought back; `tell` gets a line for each thing. */
  replay(
    dryRun: boolean,
    tell: (text: string) => void,
  ): Promise<ReplaySummary & { readonly unreadableKeys: number }>;
  /** Begins anew what is not completed: one request by its code, or all. Tells how many. */
  retryDeletions(code: string | null): Promise<number>;
  connections(accountId: string): Promise<readonly ConnectionView[]>;
  deletionRequests(accountId: string): Promise<readonly DeletionStatus[]>;
  deletionRequest(accountId: string, requestId: string): Promise<DeletionStatus | null>;
  deletionByCode(code: string): Promise<DeletionStatus | null>;
  /** The public page of a confirmation code. */
  statusUrl(code: string): string;
  previewListed(listed: ListedId): Promise<ListedResult>;
  requestListed(listed: ListedId): Promise<ListedResult>;
  findConnection(connectionId: string): Promise<ConnectionOfOperator | null>;
  /** Deletes an account's connection on the person's behalf; answers with the request's id, null when it is not there. */
  deleteConnection(accountId: string, connectionId: string): Promise<string | null>;
  /** What the app review needs. */
  readonly review: {
    readonly publicUrl: string;
    /** Where the page is written. */
    readonly dataDir: string;
    readonly verifyToken: Secret | null;
    facts(): Promise<PermissionFacts>;
    signedAboutNobody(): string;
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloLink } from '@apollo/client/link';
import { SchemaLink } from '@apollo/client/link/schema';
import { buildSchema } from 'graphql';
import { of, throwError } from 'rxjs';
import type { Attempt, CardConnection, Trouble } from '../features/connection/connection.queries';
import type { TransferRequest } from '../features/connection/transfer/transfer.queries';
import type { ShownNotice } from '../features/notice/notice.queries';
import type { ShownSession } from '../features/settings/sessions.queries';
import type { ShownExport } from '../features/settings/settings.queries';
import type { ConnectionCheckOutcome, DeletionCardFragment } from '../gql/graphql';

const schema = buildSchema(readFileSync(join(__dirname, '../../../schema.graphql'), 'utf8'));

/** Answers of mutations, by field name; each gets its `input`. */
type Answers = Record<string, (input: Record<string, unknown>) => unknown>;

/** What the server knows; stories change it while they run. */
interface ServerState {
  signedIn: boolean;
  connections: CardConnection[];
  deletions: DeletionCardFragment[];
  /** Null: something of each kind. */
  dataHeld: { what: string; why: string; until: string; amount: number | null }[] | null;
  dataExport: ShownExport;
  email: string;
  emailVerified: boolean;
  pendingEmailChange: { email: string; requestedAt: string; expiresAt: string } | null;
  notices: readonly ShownNotice[];
  timeZone: string;
  sessions: ShownSession[];
  /** Instagram accounts that this account asked for. */
  transferRequests: readonly TransferRequest[];
  attempt: Attempt;
  trouble: Trouble;
  /** Of every connection, newest first. */
  checks: {
    askedAt: string;
    kind: 'CHECK' | 'RENEWAL';
    outcome: ConnectionCheckOutcome;
    code: string | null;
  }[];
  /** Whether the installation can hear of comments. */
  commentEvents: boolean;
}

/** How an operation fails: no answer at all, or a top-level error with these extensions. */
type Failure = 'no-answer' | Record<string, unknown>;

/** A server made of the real schema and a few values: enough to tell a story on a screen. */
export class FakeServer {
  readonly state: ServerState;
  /** Every operation received, by name and with its variables. */
  readonly received: { name: string; variables: Record<string, unknown> }[] = [];
  readonly link: ApolloLink;
  private readonly failures = new Map<string, Failure>();

  constructor(state: Partial<ServerState> = {}, answers: Answers = {}) {
    this.state = {
      signedIn: true,
      connections: [],
      deletions: [],
      dataHeld: null,
      dataExport: null,
      email: 'ana@studionord.example',
      emailVerified: true,
      pendingEmailChange: null,
      notices: [],
      timeZone: 'Europe/Berlin',
      sessions: [],
      transferRequests: [],
      attempt: null,
      trouble: null,
      checks: [],
      commentEvents: false,
      ...state,
    };
    const mutations = Object.entries(answers).map(([name, answer]) => [
      name,
      ({ input }: { input?: Record<string, unknown> }) => answer(input ?? {}),
    ]);
    const rootValue = {
      viewer: () => this.viewer(),
      instagramTrouble: () => this.state.trouble,
      service: {
        sandboxUrl: 'http://127.0.0.1:4001',
        operatorName: 'MAGNATEX LLP',
        contactEmail: 'founder@magnatex.co',
        instagramAppsUrl: 'http://127.0.0.1:4001/apps',
        commentEvents: () => this.state.commentEvents,
      },
      ...Object.fromEntries(mutations),
    };
    const gate = new ApolloLink((operation, forward) => {
      const name = operation.operationName ?? '';
      this.received.push({ name, variables: operation.variables });
      const failure = this.failures.get(name);
      if (failure === undefined) return forward(operation);
      if (failure === 'no-answer') return throwError(() => new TypeError('Failed to fetch'));
      return of({ data: null, errors: [{ message: 'refused', extensions: failure }] });
    });
    this.link = ApolloLink.from([gate, new SchemaLink({ schema, rootValue })]);
  }

  /** From now on the operation of this name fails; with null it works again. */
  fail(operationName: string, failure: Failure | null): void {
    if (failure === null) this.failures.delete(operationName);
    else this.failures.set(operationName, failure);
  }

  private activity() {
    const edges = this.state.notices.map((node) => ({
      cursor: node.id,
      node: { ...node, aboutAt: node.toldAt, daysLeft: null },
    }));
    return {
      edges,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    };
  }

  private detailed(id: string) {
    const connection = this.state.connections.find((one) => one.id === id);
    if (connection === undefined) return null;
    return {
      grantedAt: connection.connectedAt,
      diagnosticId: 'K7QM4T2D9XWB',
      checks: ({ last, kind }: { last: number; kind: string | null }) =>
        this.state.checks.filter((check) => kind === null || check.kind === kind).slice(0, last),
      ...connection,
      statusEvidence: { code: null, ...connection.statusEvidence },
    };
  }

  private viewer() {
    const { signedIn, connections, deletions, dataHeld, dataExport, timeZone, sessions } = this.state;
    if (!signedIn) return null;
    return {
      id: 'acc_1',
      email: this.state.email,
      pendingEmailChange: this.state.pendingEmailChange,
      timeZone,
      sessions,
      connectAttempt: this.state.attempt,
      instagramConnections: connections,
      transferRequests: this.state.transferRequests,
      instagramConnection: ({ id }: { id: string }) => this.detailed(id),
      selectedConnection: connections[0] ?? null,
      deletionRequests: deletions,
      dataHeld: dataHeld ?? heldFor(connections.length),
      dataExport,
      emailVerified: this.state.emailVerified,
      unseenActivityCount: () => this.state.notices.filter(({ seen }) => !seen).length,
      activity: () => this.activity(),
      notificationPreferences: [
        { kind: 'ACCESS_ENDING', mailed: true, canChange: true },
        { kind: 'PASSWORD_CHANGED', mailed: true, canChange: false },
      ],
    };
  }
}

/** What is held of an account: something that goes, something that is not there, something that stays. */
function heldFor(connections: number) {
  const held = { why: 'it says so', until: 'your account is deleted', goesWithAccount: true };
  return [
    { ...held, what: 'Access token, encrypted', amount: connections },
    { ...held, what: 'Email, encrypted', amount: 1 },
    { ...held, what: 'Sign-in sessions', amount: 2 },
    { ...held, what: 'Counts of attempts', amount: null },
    { ...held, what: 'The record of a deletion', amount: 3, goesWithAccount: false },
  ];
}

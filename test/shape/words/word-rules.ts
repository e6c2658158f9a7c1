/** A word that has its one place: where else it may stand, what to do instead, and samples of both. */
export interface WordRule {
  readonly what: string;
  readonly pattern: RegExp;
  /** Where it belongs: beginnings of paths. */
  readonly allowed: readonly string[];
  readonly instead: string;
  readonly caught: readonly string[];
  readonly fine: readonly string[];
}

const GATEWAY = 'server/src/instagram/';

/** The seed page's own wording, which is published as it stands. */
const PUBLISHED_WORDING = 'server/src/edge/web/pages/data-deletion-';

export const WORD_RULES: readonly WordRule[] = [
  {
    what: 'the wire words of Meta stay in the gateway',
    pattern:
      /\b(access_token|error_subcode|instagram_business_\w+|ig_(exchange|refresh)_token|signed_request=)/,
    allowed: [GATEWAY],
    instead: 'Meta’s words live in server/src/instagram: ask its interface in ours.',
    caught: ['body.access_token', "scope: 'instagram_business_basic'", 'grant_type=ig_exchange_token'],
    fine: ['accessToken', 'instagramConnection'],
  },
  {
    what: 'the hosts of Meta stay in the gateway and in the defaults',
    pattern: /\b(graph|api)\.(instagram|facebook)\.com|www\.instagram\.com\/oauth/,
    allowed: [GATEWAY, 'server/src/platform/config/read-config.ts'],
    instead: 'take the address from the configuration that app.ts hands to the gateway.',
    caught: ['https://graph.instagram.com/me', 'https://www.instagram.com/oauth/authorize'],
    fine: ['https://www.instagram.com/accounts/manage_access/', 'INSTAGRAM_GRAPH_URL'],
  },
  {
    what: '"insights" is a word of Meta; ours is analytics',
    pattern: /(?<!MANAGE_)insights?(?![-_]window)/i,
    allowed: [GATEWAY, PUBLISHED_WORDING],
    instead:
      'say analytics; "insights" lives in server/src/instagram, but for the permission MANAGE_INSIGHTS.',
    caught: ['fetchInsights()', "path: '/insights'"],
    fine: ['MANAGE_INSIGHTS', 'analytics'],
  },
  {
    what: 'requests leave the server through the gateway',
    pattern: /from 'undici'|from '(node:)?https?2?'|(?<![.\w])fetch\(/,
    allowed: [
      GATEWAY,
      'server/src/platform/http/',
      // Its own readiness, and the demo account's way through our doors as a browser takes it.
      'server/src/edge/cli/start/',
      // Runs in the browser of the person who reads the page.
      'server/src/edge/web/pages/page-script.ts',
      'client/src/',
    ],
    instead: 'take an HttpClient (platform/http) or an Instagram as a parameter.',
    caught: ["import { request } from 'undici';", "import { get } from 'node:https';", 'await fetch(url)'],
    fine: ['instagram.fetch(', 'refetch('],
  },
  {
    what: 'the database is never asked for the time',
    pattern:
      /(?<![.\w])now\(\)(?!\s*:)|\b(current_timestamp|current_date|localtimestamp|clock_timestamp|statement_timestamp|transaction_timestamp)\b/i,
    allowed: [],
    instead: 'bind clock.now() as a parameter, so that a spec can move days.',
    caught: ['where due_at < now()', 'default CURRENT_TIMESTAMP', 'clock_timestamp()'],
    fine: ['clock.now()', 'Date.now()', 'now(): Date;'],
  },
  {
    what: 'values reach SQL as parameters',
    pattern: /\bquery(<[^(]*>)?\(\s*`[^`]*\$\{/,
    allowed: [
      // A database's name cannot be a parameter; the driver quotes it.
      'server/src/platform/database/embedded/create-database.ts',
      'server/src/platform/backup/aside-database.ts',
      // Nor can a table's: a backup copies those that it finds.
      'server/src/platform/backup/load-rows.ts',
      'server/src/platform/backup/stored-tables.ts',
    ],
    instead: 'bind the value ($1) and leave the statement a constant.',
    caught: [`query(\`select $\{id}\`)`, `query<Row[]>(\n  \`select * from a\n where id = $\{id}\`)`],
    fine: ['query(`select 1`)', "query('select $1', [id])"],
  },
  {
    what: 'a connection is called connection',
    pattern: /\b\w*[cC]hannel\w*|\b[Ll]inked[ -]?[Aa]ccount|\b[iI]ntegration(?=[A-Z_])|\BIntegration\b/,
    // A browser's own BroadcastChannel.
    allowed: ['client/src/lib/other-windows'],
    instead: 'say connection; "integration" is in the name of one screen alone (server/docs/glossary.md).',
    caught: ['channelId', 'linkedAccount', 'integrationId', 'integration_row', 'InstagramIntegration'],
    fine: ["'/integrations'", 'Social Media Integration', 'IntegrationsPage', 'connectionId'],
  },
];

import type { ImportRule } from './import-rule';

const FEATURE = '^server/src/features/([^/]+)/';
const UNIT_TEST = '[.]test[.]tsx?$|/testing/';

/** Which other features a feature may use, by their front doors. The list has no cycle, and so neither have they. */
export const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  deletion: [],
  account: ['deletion'],
  connection: ['account', 'deletion'],
  analytics: ['account', 'connection', 'deletion'],
  notice: ['account', 'deletion'],
  transfer: ['account', 'connection', 'deletion'],
  support: ['account', 'deletion'],
  export: ['account', 'connection', 'deletion'],
  publishing: ['account', 'connection', 'deletion'],
  integrator: ['account', 'deletion'],
};

/** The server's layers: edge, features, instagram, platform. Imports only go down that list. */
export const SERVER_RULES: readonly ImportRule[] = [
  {
    name: 'platform-knows-nobody',
    instead: 'platform imports nothing of ours: let app.ts hand in what it needs, or move the code up.',
    from: { path: '^server/src/platform/' },
    to: { path: '^(server/src|client|test)/', pathNot: '^server/src/platform/' },
  },
  {
    name: 'instagram-uses-platform-only',
    instead: 'instagram imports platform only: give it what it needs as a parameter, in plain values.',
    from: { path: '^server/src/instagram/' },
    to: { path: '^(server/src|client|test)/', pathNot: '^server/src/(instagram|platform)/' },
  },
  {
    name: 'features-know-no-door',
    instead:
      'a feature knows no door and no composition: return a value and let the edge turn it into an answer.',
    from: { path: '^server/src/features/' },
    to: { path: '^(server/src|client|test)/', pathNot: '^server/src/(features|platform|instagram)/' },
  },
  {
    name: 'features-speak-no-wire',
    instead:
      'features have no GraphQL and no HTTP in them: do that in edge, or in instagram for calls to Meta.',
    from: { path: '^server/src/features/' },
    to: {
      path: '(^|node_modules/)(graphql|type-graphql|@apollo|fastify|@fastify|undici)(/|$)|^(node:)?https?2?$',
    },
  },
  {
    name: 'features-see-the-interface-of-instagram',
    instead: 'a feature uses instagram/instagram.ts and refusals.ts: put what is missing on that interface.',
    from: { path: '^server/src/features/', pathNot: UNIT_TEST },
    to: { path: '^server/src/instagram/', pathNot: '^server/src/instagram/(instagram|refusals)[.]ts$' },
  },
  {
    name: 'features-meet-at-the-front-door',
    instead: "another feature is used by its index.ts: export what is needed there, in that feature's words.",
    from: { path: FEATURE },
    to: { path: FEATURE, pathNot: '^server/src/features/($1/|[^/]+/index[.]ts$)' },
  },
  ...Object.entries(MAY_USE).map(([feature, others]) => mayUseOnly(feature, others)),
  {
    name: 'edge-uses-front-doors',
    instead: "the edge uses a feature by its index.ts: export the use case there, in the feature's words.",
    from: { path: '^server/src/(edge/|composition/|app[.]ts|main[.]ts|entities[.]ts|data-map[.]ts)' },
    to: { path: '^server/src/features/', pathNot: '^server/src/features/[^/]+/index[.]ts$' },
  },
  {
    name: 'edge-sees-the-interface-of-instagram',
    instead: 'the edge knows instagram/instagram.ts alone: put what is missing on that interface.',
    from: { path: '^server/src/edge/' },
    to: { path: '^server/src/instagram/', pathNot: '^server/src/instagram/instagram[.]ts$' },
  },
  {
    name: 'only-app-constructs-the-client-of-meta',
    instead:
      'only composition/ constructs: take an `Instagram` as a parameter and let it hand in the one that is built.',
    from: {
      path: '^(server/src|test)/',
      pathNot: `^server/src/(composition/|instagram/)|^test/specs/instagram/|${UNIT_TEST}`,
    },
    to: { path: '^server/src/instagram/graph-instagram[.]ts$' },
  },
  {
    name: 'nobody-imports-the-composition',
    instead:
      'app.ts and composition/ put everything together and are known to main.ts alone: ask for the part itself as a parameter.',
    from: { path: '^server/src/', pathNot: '^server/src/(main[.]ts|app[.]ts|composition/|edge/cli/)' },
    to: { path: '^server/src/((app|main)[.]ts$|composition/)' },
  },
  {
    name: 'tables-are-no-graphql-types',
    instead:
      'no class is both a table and a GraphQL type: write a type under edge/graphql and copy what it shows.',
    from: { path: '[.]entity[.]ts$|^server/src/platform/database/' },
    to: { path: '(^|node_modules/)(type-graphql|graphql)(/|$)' },
  },
  {
    name: 'graphql-types-are-no-tables',
    instead: 'a GraphQL type holds no column: read through the feature and copy what it shows.',
    from: { path: '^server/src/edge/graphql/.*[.]type[.]ts$' },
    to: { path: '(^|node_modules/)typeorm(/|$)|[.]entity[.]ts$' },
  },
  {
    name: 'no-cycles-in-the-server',
    instead:
      'two files of the server need each other: move what both need to a third, or pass it as a parameter.',
    from: { path: '^server/src/' },
    to: { circular: true },
  },
];

function mayUseOnly(feature: string, others: readonly string[]): ImportRule {
  const allowed = [feature, ...others].join('|');
  return {
    name: `${feature}-uses-${others.length === 0 ? 'no-feature' : others.join('-and-')}`,
    instead:
      others.length === 0
        ? `${feature} imports no feature: declare an interface in its ports.ts and let app.ts hand it in.`
        : `${feature} may use ${others.join(', ')} and no other feature: let app.ts hand in what it needs.`,
    from: { path: `^server/src/features/${feature}/` },
    to: { path: '^server/src/features/', pathNot: `^server/src/features/(${allowed})/` },
  };
}

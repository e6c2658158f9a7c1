import type { ImportRule } from './import-rule';

const CLIENT_FEATURE = '^client/src/features/([^/]+)/';

/** The SPA's layers, and what tests may touch. */
export const CLIENT_AND_TEST_RULES: readonly ImportRule[] = [
  {
    name: 'client-features-meet-at-the-front-door',
    instead: 'another feature of the client is used by its index.ts: export the component or hook there.',
    from: { path: CLIENT_FEATURE },
    to: { path: CLIENT_FEATURE, pathNot: '^client/src/features/($1/|[^/]+/index[.]ts$)' },
  },
  {
    name: 'client-features-do-not-know-the-app',
    instead: 'a feature knows app/paths.ts and nothing else of app: pass it in, or move it to ui or lib.',
    from: { path: '^client/src/features/', pathNot: '[.]test[.]tsx?$' },
    to: { path: '^client/src/app/', pathNot: '^client/src/app/paths[.]ts$' },
  },
  {
    name: 'ui-knows-no-feature',
    instead:
      'ui has no domain word: take what it shows as properties, or move the component into its feature.',
    from: { path: '^client/src/(ui|lib)/' },
    to: { path: '^client/src/(features|app|gql|apollo)/' },
  },
  {
    name: 'client-and-server-meet-in-the-schema',
    instead: 'client and server share schema.graphql and nothing else: ask for it through GraphQL.',
    from: { path: '^client/' },
    to: { path: '^(server|test)/' },
  },
  {
    name: 'server-knows-no-client',
    instead: 'the server imports neither the client nor a test: it serves built files and speaks GraphQL.',
    from: { path: '^server/src/' },
    to: { path: '^(client|test)/', pathNot: 'node_modules/' },
  },
  {
    name: 'the-sandbox-knows-no-server',
    instead:
      'test/meta stands for Meta and imports nothing of ours: write what Meta does from its documentation.',
    from: { path: '^test/meta/' },
    to: { path: '^(server|client|test)/|^@sociogenie/', pathNot: '^test/meta/|node_modules/' },
  },
  {
    name: 'no-cycles-in-the-client',
    instead:
      'two files of the client need each other: move what both need to a third, or pass it as a property.',
    from: { path: '^client/src/' },
    // A screen that is loaded when it is needed, and a type, wait for nobody.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import', 'type-only'] } },
  },
];

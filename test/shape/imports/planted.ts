/** For each rule, a file that breaks it: where it lies and what it imports. Without them a rule could never fail. */
export const PLANTED: Readonly<Record<string, readonly (readonly [path: string, imports: string])[]>> = {
  'platform-knows-nobody': [['server/src/platform/clock.ts', '../features/account/index']],
  'instagram-uses-platform-only': [['server/src/instagram/links.ts', '../features/account/index']],
  'features-know-no-door': [['server/src/features/account/doors.ts', '../../edge/context']],
  'features-speak-no-wire': [['server/src/features/account/wire.ts', 'graphql']],
  'features-see-the-interface-of-instagram': [
    ['server/src/features/account/meta.ts', '../../instagram/replies'],
  ],
  'features-meet-at-the-front-door': [
    ['server/src/features/analytics/inside.ts', '../connection/token-vault'],
  ],
  'edge-uses-front-doors': [['server/src/edge/inside.ts', '../features/connection/token-vault']],
  'edge-sees-the-interface-of-instagram': [['server/src/edge/meta.ts', '../instagram/replies']],
  'only-app-constructs-the-client-of-meta': [['server/src/edge/build.ts', '../instagram/graph-instagram']],
  'nobody-imports-the-composition': [
    ['server/src/edge/composition.ts', '../app'],
    ['server/src/features/account/composition.ts', '../../composition/features'],
  ],
  'tables-are-no-graphql-types': [['server/src/features/account/account.entity.ts', 'type-graphql']],
  'graphql-types-are-no-tables': [['server/src/edge/graphql/account/account.type.ts', 'typeorm']],
  'no-cycles-in-the-server': [
    ['server/src/platform/one.ts', './two'],
    ['server/src/platform/two.ts', './one'],
  ],
  'deletion-uses-no-feature': [['server/src/features/deletion/uses.ts', '../account/index']],
  'account-uses-deletion': [['server/src/features/account/uses.ts', '../connection/index']],
  'connection-uses-account-and-deletion': [['server/src/features/connection/uses.ts', '../analytics/index']],
  'analytics-uses-account-and-connection-and-deletion': [
    ['server/src/features/analytics/uses.ts', '../publishing/index'],
  ],
  'publishing-uses-account-and-connection-and-deletion': [
    ['server/src/features/publishing/uses.ts', '../analytics/index'],
  ],
  'export-uses-account-and-connection-and-deletion': [
    ['server/src/features/export/uses.ts', '../analytics/index'],
  ],
  'notice-uses-account-and-deletion': [['server/src/features/notice/uses.ts', '../connection/index']],
  'transfer-uses-account-and-connection-and-deletion': [
    ['server/src/features/transfer/uses.ts', '../analytics/index'],
  ],
  'support-uses-account-and-deletion': [['server/src/features/support/uses.ts', '../connection/index']],
  'integrator-uses-account-and-deletion': [['server/src/features/integrator/uses.ts', '../analytics/index']],
  'client-features-meet-at-the-front-door': [
    ['client/src/features/analytics/inside.ts', '../connection/card'],
  ],
  'client-features-do-not-know-the-app': [['client/src/features/analytics/shell.ts', '../../app/shell']],
  'ui-knows-no-feature': [['client/src/ui/card.ts', '../features/connection/card']],
  'client-and-server-meet-in-the-schema': [['client/src/ui/config.ts', '../../../server/src/app']],
  'server-knows-no-client': [['server/src/edge/client.ts', '../../../client/src/app/shell']],
  'the-sandbox-knows-no-server': [['test/meta/src/sign.ts', '../../../server/src/app']],
  'no-cycles-in-the-client': [
    ['client/src/ui/one.ts', './two'],
    ['client/src/ui/two.ts', './one'],
  ],
};

/** What the planted files reach into. */
export const TARGETS = [
  'server/src/app.ts',
  'server/src/edge/context.ts',
  'server/src/features/account/index.ts',
  'server/src/features/analytics/index.ts',
  'server/src/features/connection/index.ts',
  'server/src/features/connection/token-vault.ts',
  'server/src/features/publishing/index.ts',
  'server/src/instagram/graph-instagram.ts',
  'server/src/instagram/replies.ts',
  'client/src/app/shell.ts',
  'client/src/features/connection/card.ts',
] as const;

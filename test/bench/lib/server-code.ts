import { createRequire } from 'node:module';

type Embedded = typeof import('../../../server/src/platform/database/embedded');
type DataSources = typeof import('../../../server/src/platform/database/data-source');
type Entities = typeof import('../../../server/src/entities');
type VaultCode = typeof import('../../../server/src/platform/vault');
type ReadConfig = typeof import('../../../server/src/platform/config/read-config');
type SecretCode = typeof import('../../../server/src/platform/secret');
type Clocks = typeof import('../../../server/src/platform/clock');
type Logs = typeof import('../../../server/src/platform/log');
type AppCode = typeof import('../../../server/src/app');
type Account = typeof import('../../../server/src/features/account');
type AnalyticsCode = typeof import('../../../server/src/features/analytics');

const require = createRequire(import.meta.url);
const dist = (path: string): string => `../../../server/dist/${path}`;
require('../../../server/node_modules/reflect-metadata');

// What is measured is the server as it is built: its sources hold decorators, which Node itself cannot strip.
export const embedded: Embedded = require(dist('platform/database/embedded'));
export const dataSources: DataSources = require(dist('platform/database/data-source.js'));
export const entities: Entities = require(dist('entities.js'));
export const vaultCode: VaultCode = require(dist('platform/vault'));
export const configCode: ReadConfig = require(dist('platform/config/read-config.js'));
export const secretCode: SecretCode = require(dist('platform/secret.js'));
export const clocks: Clocks = require(dist('platform/clock.js'));
export const logs: Logs = require(dist('platform/log.js'));
export const appCode: AppCode = require(dist('app.js'));
export const accountCode: Account = require(dist('features/account'));
export const analyticsCode: AnalyticsCode = require(dist('features/analytics'));

import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import type { BenchDatabase } from '../lib/database.ts';
import { clocks, configCode, dataSources, embedded, entities, vaultCode } from '../lib/server-code.ts';

const APP_ID = '1234567890123456';
const APP_SECRET = randomBytes(16).toString('hex');

/** What a server of the bench is started with. */
export interface Installation {
  readonly env: Readonly<Record<string, string>>;
  readonly appId: string;
  /** A client of the bench's own. */
  readonly client: Client;
  /** A database connection through the server's own code, and the keys that its first start made. */
  open(): Promise<Opened>;
}

export interface Opened extends AsyncDisposable {
  readonly dataSource: ReturnType<typeof dataSources.createDataSource>;
  readonly keys: Awaited<ReturnType<typeof vaultCode.openServiceKeys>>;
  readonly vault: InstanceType<typeof vaultCode.Vault>;
}

/** Describes an installation on the bench's database: production's code, keys of its own, jobs left alone. */
export async function install(database: BenchDatabase): Promise<Installation> {
  const port = await embedded.freePort();
  const env = {
    PORT: String(port),
    ROLE: 'server',
    DATA_DIR: join(database.folder, 'installation'),
    DATABASE_URL: database.url,
    INSTAGRAM_APP_ID: APP_ID,
    INSTAGRAM_APP_SECRET: APP_SECRET,
  };
  const client = new Client({ connectionString: database.url });
  await client.connect();
  return { env, appId: APP_ID, client, open: () => openInstallation(env) };
}

async function openInstallation(env: Readonly<Record<string, string>>): Promise<Opened> {
  const { config, secrets } = configCode.readConfig(env, env.DATA_DIR ?? '');
  const options = { url: secrets.databaseUrl, entities: entities.ENTITIES };
  const dataSource = await dataSources.createDataSource(options).initialize();
  const clock = clocks.systemClock;
  const masterKeys = vaultCode.loadMasterKeys(config.masterKeys, secrets.masterKeys);
  return {
    dataSource,
    keys: await vaultCode.openServiceKeys(dataSource, masterKeys, clock),
    vault: new vaultCode.Vault(new vaultCode.FileKeyRing(config.keyRingDir, masterKeys, clock), clock),
    [Symbol.asyncDispose]: () => dataSource.destroy(),
  };
}

/** Signs a data-deletion request as Meta does. */
export function signedRequest(userId: string, issuedAt: number): string {
  const payload = { user_id: userId, algorithm: 'HMAC-SHA256', issued_at: issuedAt };
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${createHmac('sha256', APP_SECRET).update(encoded).digest('base64url')}.${encoded}`;
}

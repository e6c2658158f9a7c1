import { Client } from 'pg';
import { errorCode } from '../../error-code';

const ALREADY_EXISTS = '42P04';

/** Creates the database `name` on the server at `serverUrl` unless it is there. */
export async function createDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (errorCode(error) !== ALREADY_EXISTS) throw error;
  } finally {
    await client.end();
  }
}

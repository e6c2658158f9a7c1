import { postSigned } from '../callbacks';
import { ANAS } from '../pair';
import { rowIdOf } from '../snapshot';
import type { Cell } from './cell';
import type { Attempt, Flow } from './flow';

/** Meta tells that Ana removed the app at Instagram. */
export const DEAUTHORIZE: Flow = { name: 'deauthorize', begin: (cell) => new Deauthorizing(cell) };

class Deauthorizing implements Attempt {
  readonly #signed: string;
  #status: number | null = null;

  constructor(private readonly cell: Cell) {
    this.#signed = cell.sandbox.sign({ account: ANAS });
  }

  async run(): Promise<void> {
    this.#status = await this.#send();
    await this.cell.drain();
  }

  async look(): Promise<void> {
    expect([null, 200, 503]).toContain(this.#status);
    const { ana } = this.cell.people;
    const [{ status }] = await ana.connections();
    if (this.#status === 200 || status === 'DEAUTHORIZED') return await this.#withoutToken();
    expect(status).toBe('ACTIVE');
    expect(await this.#keys('token')).toBe(1);
    expect(await this.cell.count('deauthorization')).toBe(0);
  }

  async again(): Promise<void> {
    expect(await this.#send()).toBe(200);
    expect(await this.#send()).toBe(200);
  }

  async end(): Promise<void> {
    await this.#withoutToken();
  }

  async #send(): Promise<number> {
    return (await postSigned(this.cell, '/meta/deauthorize', this.#signed)).status;
  }

  #keys(kind: string): Promise<number> {
    const { connection } = this.cell.people;
    return this.cell.count(
      'keystore.data_key where subject_id = $1 and kind = $2',
      rowIdOf(connection),
      kind,
    );
  }

  /** The token and its key are gone, everything else is there. */
  async #withoutToken(): Promise<void> {
    const { ana, connection, others } = this.cell.people;
    expect(await ana.connections()).toMatchObject([
      { id: connection, username: ANAS, status: 'DEAUTHORIZED', tokenHealth: null },
    ]);
    expect([await this.#keys('token'), await this.#keys('profile')]).toEqual([0, 1]);
    const id = rowIdOf(connection);
    expect(await this.cell.count('instagram_connection where id = $1 and token_sealed is not null', id)).toBe(
      0,
    );
    expect(await this.cell.count('analytics_day where connection_id = $1', id)).toBe(33);
    expect([await this.cell.count('deauthorization'), await this.cell.count('deletion_request')]).toEqual([
      1, 0,
    ]);
    expect(await this.cell.others(connection)).toEqual(others);
  }
}

import { ANAS } from '../pair';
import { consent } from '../person';
import { rowIdOf } from '../snapshot';
import type { Cell } from './cell';
import { BEGIN } from './crash-stand';
import type { Attempt, Flow } from './flow';

/** The Instagram account that nobody has connected. */
const FREE = 'atelier_mare';

/** Ana connects a second account. */
export const CONNECT: Flow = { name: 'connect', begin: (cell) => new Connecting(cell, FREE) };

/** Ana renews the connection that she has. */
export const RECONNECT: Flow = { name: 'reconnect', begin: (cell) => new Connecting(cell, ANAS) };

/** From the button to the return from Instagram. */
class Connecting implements Attempt {
  #address: string | null = null;
  #outcome: string | null = null;

  constructor(
    private readonly cell: Cell,
    private readonly username: string,
  ) {}

  async run(): Promise<void> {
    const { ana, connection } = this.cell.people;
    const url = await ana.startConnect(this.username === ANAS ? connection : undefined);
    this.#address = await consent(url, this.username);
    this.#outcome = (await ana.comeBack(this.#address)).outcome;
  }

  async look(): Promise<void> {
    const there = await this.#whole();
    if (this.#outcome === 'connected' || this.username === ANAS) expect(there).toBe(1);
    expect(this.#outcome ?? 'unseen').toMatch(/^(connected|broken|failed|no-answer|signed-out|unseen)$/);
  }

  /** The return is opened once more, which at most finishes what was not begun; then the person connects anew if she has to. */
  async again(): Promise<void> {
    const { ana, connection } = this.cell.people;
    const before = await this.#whole();
    if (this.#address !== null) {
      const { outcome } = await ana.comeBack(this.#address);
      if (before === 1 && this.username === FREE) expect(outcome).toBe('used');
      expect((await ana.comeBack(this.#address)).outcome).toMatch(/^(used|unknown)$/);
      await this.cell.settle();
    }
    if ((await this.#whole()) === 1 && this.username === FREE) return;
    const { outcome } = await ana.connect(
      this.username,
      this.username === ANAS ? { connectionId: connection } : {},
    );
    expect(outcome).toBe('connected');
  }

  async end(): Promise<void> {
    expect(await this.#whole()).toBe(1);
    // The token opens: what was queued with the grant was fetched with it.
    const [{ analyticsSync }] = await this.#hers();
    expect(analyticsSync).toMatchObject({ running: false, failedAt: null });
    expect(Date.parse(analyticsSync.syncedAt)).toBeGreaterThanOrEqual(BEGIN);
  }

  // biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
  async #hers(): Promise<any[]> {
    return (await this.cell.people.ana.connections()).filter(({ username }) => username === this.username);
  }

  /** How many connections she has to this account; each is a whole one, and nothing is there of any other. */
  async #whole(): Promise<number> {
    const { cell } = this;
    const { connection, others } = cell.people;
    const hers = await this.#hers();
    expect(hers.length).toBeLessThan(2);
    for (const { id } of hers) {
      expect(hers).toMatchObject([
        { status: 'ACTIVE', tokenHealth: { expiresAt: expect.any(String) }, missingPermissions: [] },
      ]);
      const generation = `(select generation from instagram_connection where id = $1)`;
      const keys = 'keystore.data_key where subject_id = $1';
      expect(await cell.count(keys, rowIdOf(id))).toBe(2);
      expect(await cell.count(`${keys} and kind = 'token' and generation = ${generation}`, rowIdOf(id))).toBe(
        1,
      );
      expect(await cell.count('analytics_day where connection_id = $1', rowIdOf(id))).toBeGreaterThan(30);
    }
    // Rows that a half connect would leave belong to nobody, and show here.
    expect(await cell.others(...hers.map(({ id }) => id), connection)).toEqual(others);
    return hers.length;
  }
}

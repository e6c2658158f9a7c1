import { createHash } from 'node:crypto';
import { postSigned } from '../callbacks';
import { ANAS, category } from '../pair';
import { check, claimsOf, downloadReceipt, publicKeys } from '../receipt';
import { rowIdOf, rowsWith } from '../snapshot';
import type { Cell } from './cell';
import type { Attempt, Flow } from './flow';

/** Ana disconnects. */
export const DISCONNECT: Flow = {
  name: 'disconnect',
  begin: (cell) =>
    new Erasing(cell, async () => {
      const { ana, connection } = cell.people;
      const answer = await ana.disconnect(connection);
      return answer.data?.disconnectInstagram?.deletionStatus?.confirmationCode ?? null;
    }),
};

/** Meta asks for the deletion of what came from Ana's account. */
export const DELETE: Flow = {
  name: 'delete',
  begin: (cell) => {
    const signed = cell.sandbox.sign({ account: ANAS });
    return new Erasing(cell, async () => {
      const { status, body } = await postSigned(cell, '/meta/data-deletion', signed);
      if (status !== 200) expect([status, body]).toEqual([503, expect.not.stringContaining('code')]);
      return status === 200 ? JSON.parse(body).confirmation_code : null;
    });
  },
};

/** From the request to its receipt, and to the addendum that says who was told. `ask` answers the confirmation code, or null when it was not taken in. */
class Erasing implements Attempt {
  #code: string | null = null;

  constructor(
    private readonly cell: Cell,
    private readonly ask: () => Promise<string | null>,
  ) {}

  async run(): Promise<void> {
    this.#code = await this.ask();
    await this.cell.drain();
  }

  /** What was answered happens; what was not answered happened to its end or not at all. */
  async look(): Promise<void> {
    const { ana, connection } = this.cell.people;
    const [there] = (await ana.connections()).filter(({ id }) => id === connection);
    if (there === undefined) return await this.#erased();
    expect(this.#code).toBeNull();
    expect(there).toMatchObject({ status: 'ACTIVE', analyticsSync: { storedDays: expect.any(Number) } });
    expect(await rowsWith(this.cell.dataSource, rowIdOf(connection))).toMatchObject({
      ...{ 'keystore.data_key': 2, 'public.analytics_day': 33, 'public.instagram_connection': 1 },
    });
    expect(await this.cell.count('deletion_request')).toBe(0);
  }

  async again(): Promise<void> {
    const code = await this.ask();
    expect(code).toMatch(/^[A-Z0-9]{26}$/);
    if (this.#code !== null) expect(code).toBe(this.#code);
    this.#code = code;
    expect(await this.ask()).toBe(code);
  }

  async end(): Promise<void> {
    await this.#erased();
  }

  async #erased(): Promise<void> {
    const { cell } = this;
    const { ana, connection, others } = cell.people;
    const left = Object.keys(await rowsWith(cell.dataSource, rowIdOf(connection)));
    expect(left.filter((table) => !table.startsWith('graphile_worker'))).toEqual([
      'public.deletion_outcome',
      'public.deletion_recipient',
      'public.deletion_subject',
    ]);
    expect(await cell.others()).toEqual(others);

    const requests = await ana.deletionRequests();
    expect(requests).toMatchObject([{ state: 'COMPLETED', recipients: { told: 1, total: 1 } }]);
    const [request] = requests;
    if (this.#code !== null) expect(request.confirmationCode).toBe(this.#code);
    expect(category(request, 'ACCESS_KEYS')).toMatchObject({ outcome: 'REMOVED', count: 1 });
    expect(category(request, 'INSTAGRAM_IDENTITY')).toMatchObject({ outcome: 'REMOVED', count: 1 });
    expect(category(request, 'ANALYTICS')).toMatchObject({ outcome: 'REMOVED', count: 33 });
    expect(request.accessWithdrawal).not.toBe('ASKING');

    const document = await downloadReceipt(cell, request.confirmationCode);
    expect(document.receipt).toBe(request.receipt);
    expect(check(document, await publicKeys(cell))).toEqual({
      ...{ signature: true, inclusion: true, checkpoint: true },
    });
    expect(claimsOf(document.receipt).recipients).toMatchObject({ of: 1 });
    expect(claimsOf(document.addendum ?? '')).toMatchObject({
      receipt_sha256: createHash('sha256').update(document.receipt).digest('base64url'),
      recipients: { told: 1, refused: 0, unreachable: 0, not_known: 0, of: 1 },
    });
    const untold = 'deletion_recipient where settled_at is null or endpoint_sealed is not null';
    expect([
      await cell.count(untold),
      await cell.count("keystore.data_key where kind = 'recipient'"),
    ]).toEqual([0, 0]);
    const heard = cell.integrator.heard.filter(({ body }) => body.data.connectionIds.includes(connection));
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.every((one) => cell.integrator.isSigned(one))).toBe(true);
    expect([document.leafIndex, await cell.count('receipt'), await cell.count('receipt_leaf')]).toEqual([
      0, 1, 1,
    ]);
  }
}

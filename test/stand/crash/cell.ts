import { rmSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../server/src/platform/database/data-source';
import { Secret } from '../../../server/src/platform/secret';
import { othersThan } from '../pair';
import { Person, type Site } from '../person';
import { rowIdOf } from '../snapshot';
import type { CrashStand } from './crash-stand';
import { putRowsBack, untilQuiet } from './kept-rows';

/** The event at which a cell stands still: the how many-th one, before it is begun or when its reply is there. */
export interface At {
  readonly at: number;
  readonly when: 'before' | 'after';
}

interface Inhabitants {
  readonly ana: Person;
  readonly bea: Person;
  /** Ana's account: a row id. */
  readonly account: string;
  readonly connection: string;
  readonly neighbour: string;
  readonly others: Record<string, string>;
}

/** One app of the server process, on a database of its own. */
export class Cell implements Site {
  readonly dataSource: DataSource;
  #inhabitants: Inhabitants | null = null;

  constructor(
    private readonly stand: CrashStand,
    readonly name: string,
    readonly env: Readonly<Record<string, string>>,
  ) {
    this.dataSource = createDataSource({
      url: new Secret(env.DATABASE_URL ?? ''),
      entities: [],
      poolSize: 2,
    });
  }

  /** The people who live in the database that this cell's is a copy of. */
  moveIn(inhabitants: Inhabitants): void {
    const { ana, bea } = inhabitants;
    this.#inhabitants = { ...inhabitants, ana: ana.at(this), bea: bea.at(this) };
  }

  get people(): Inhabitants {
    if (this.#inhabitants === null) throw new Error('nobody lives here yet');
    return this.#inhabitants;
  }

  get url(): string {
    return `http://localhost:${this.env.PORT}`;
  }

  get sandbox(): CrashStand['sandbox'] {
    return this.stand.sandbox;
  }

  get integrator(): CrashStand['integrator'] {
    return this.stand.integrator;
  }

  visitor(): Person {
    return new Person(this);
  }

  async drain(): Promise<void> {
    await this.stand.server.ask('drain', { cell: this.name });
  }

  /** Makes everything as it was, and begins to count events. Resolves with the place once the cell stands still there. */
  async arm({ at, when }: At): Promise<{ readonly reached: Promise<string> }> {
    await putRowsBack(this.dataSource);
    rmSync(this.env.LEDGER_PATH ?? '', { recursive: true, force: true });
    const reached = this.stand.server.reached(this.name);
    await this.stand.server.ask('arm', { cell: this.name, at, when });
    return { reached };
  }

  /** Ends the counting, and answers the events that there were. */
  async disarm(): Promise<readonly string[]> {
    return (await this.stand.server.ask('disarm', { cell: this.name })) as string[];
  }

  /** Five minutes later, with nothing left in the queue. Throws when something does not get done. */
  async settle(): Promise<void> {
    await untilQuiet(this.dataSource);
    expect(await this.stand.server.ask('settle', { cell: this.name })).toEqual([]);
  }

  /** What is not Ana's, beside what these connections of hers are. */
  async others(...connections: readonly string[]): Promise<Record<string, string>> {
    return await othersThan(this.dataSource, this.people.account, connections.map(rowIdOf));
  }

  /** How many rows there are. */
  async count(from: string, ...parameters: readonly unknown[]): Promise<number> {
    const [row] = await this.dataSource.query(`select count(*)::int as count from ${from}`, [...parameters]);
    return row.count;
  }
}

import { resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import { type App, buildApp } from '../../app';
import { ENTITIES } from '../../entities';
import { type Clock, systemClock } from '../../platform/clock';
import { createDataSource } from '../../platform/database/data-source';
import { type Log, silentLog } from '../../platform/log';
import {
  type Installation,
  type OwnInstallation,
  readAlone,
  readInstallation,
  readStanding,
} from './installation';
import { stopRequests } from './start/stop-requests';

/**
 * What commands work with. Each part is opened when it is first asked for and closed when the command has ended, so a
 * command that needs no database (or no configuration) works without.
 */
export class CommandContext {
  readonly clock: Clock = systemClock;
  readonly log: Log = silentLog;
  private readonly closers: (() => Promise<void>)[] = [];

  constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly root: string,
    private readonly write: (text: string) => void,
  ) {}

  /** Writes a line to standard output. */
  print(line = ''): void {
    this.write(`${line}\n`);
  }

  /** A file named on the command line, from where the person stands: the package manager moves to the root. */
  path(file: string): string {
    return resolve(this.env.INIT_CWD ?? process.cwd(), file);
  }

  /** Aborts when the person wants the command to stop, so that it can put away what it has begun. */
  stopping(): AbortSignal {
    return stopRequests();
  }

  /** The server's own configuration, with the address of the embedded database and sandbox of a running `start`. */
  installation = once((): Promise<Installation> => readInstallation(this.env, this.root));

  /** The same, with an embedded database started for as long as the command runs, where no `start` runs it. */
  standing = once(
    async (): Promise<Installation> => this.withDatabase(await readStanding(this.env, this.root)),
  );

  /** The same, with nobody but this command at work: no `start` runs, and none can begin. */
  alone = once(async (): Promise<Installation> => this.withDatabase(await readAlone(this.env, this.root)));

  /** The installation's database, as it is: nothing is migrated. */
  database = once(async (): Promise<DataSource> => {
    const { secrets } = await this.installation();
    const dataSource = createDataSource({ url: secrets.databaseUrl, entities: ENTITIES, poolSize: 4 });
    await dataSource.initialize();
    this.closers.push(() => dataSource.destroy());
    return dataSource;
  });

  /** The whole machine beside the running server: its doors do not listen and its jobs do not run. */
  app = once(async (): Promise<App> => {
    const { config, secrets } = await this.installation();
    const app = await buildApp(config, secrets, { clock: this.clock, log: this.log });
    this.closers.push(() => app.close());
    return app;
  });

  /** The same on a database that was restored from a backup, before it may be served. */
  restoredApp = once(async (): Promise<App> => {
    const { config, secrets } = await this.alone();
    const app = await buildApp(config, secrets, { clock: this.clock, log: this.log, replaying: true });
    this.closers.push(() => app.close());
    return app;
  });

  /** Closes what was opened, the newest first. */
  async close(): Promise<void> {
    for (const close of this.closers.splice(0).reverse()) await close();
  }

  private withDatabase({ installation, close }: OwnInstallation): Installation {
    this.closers.push(close);
    return installation;
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

import type { ConnectionNotice, Notices } from '../../server/src/features/connection';
import type { ChosenClock } from './chosen-clock';

/** Keeps the notices that people were to be told, each with the day on which it came. */
export class HeardNotices implements Notices {
  readonly heard: (ConnectionNotice & { readonly at: Date })[] = [];
  clock: ChosenClock | null = null;

  async tell(_tx: unknown, notice: ConnectionNotice): Promise<void> {
    this.heard.push({ ...notice, at: this.clock?.now() ?? notice.aboutAt });
  }

  /** What was told: kind, rung and how many days after `since`. */
  since(since: Date): [kind: string, rung: number | null, day: number][] {
    return this.heard.map(({ kind, rung, at }) => [
      kind,
      rung,
      Math.floor((at.getTime() - since.getTime()) / 86_400_000),
    ]);
  }
}

import type { DayTotals, Instagram, MetaDay, Profile } from '../../server/src/instagram/instagram';
import type { RefusalKind } from '../../server/src/instagram/refusals';

/** What Instagram answers right now; each part may be changed between two calls, which the sandbox cannot do. */
export class Answers {
  /** What was asked: `profile`, `reach <from> <to>`, or the day of which totals were asked. */
  calls: string[] = [];
  followers: number | null = 250;
  /** Answered for the last day of the range alone. */
  reach: RefusalKind | ((day: MetaDay) => number | null) = () => 70;
  totals: (day: MetaDay) => RefusalKind | DayTotals = () => ({
    values: new Map([
      ['VIEWS', 10],
      ['LIKES', 0],
    ]),
    missing: new Map(),
  });
  /** Happens while a day is being asked about. */
  meanwhile: (day: MetaDay) => Promise<void> = async () => {};
}

/** As much of Instagram as collecting needs, answering what `now` says at the moment of the call. */
export function instagramThatAnswers(
  now: () => Answers,
): Pick<Instagram, 'profile' | 'dailyReach' | 'dayTotals'> {
  return {
    async profile() {
      now().calls.push('profile');
      return { ok: true, value: { ...PROFILE, followersCount: now().followers } };
    },
    async dailyReach(_token, _accountId, { from, to }) {
      now().calls.push(`reach ${from} ${to}`);
      const { reach } = now();
      if (typeof reach === 'string') return refused(reach);
      const value = reach(to);
      return { ok: true, value: new Map(value === null ? [] : [[to, value]]) };
    },
    async dayTotals(_token, _accountId, day) {
      now().calls.push(day);
      await now().meanwhile(day);
      const totals = now().totals(day);
      return typeof totals === 'string' ? refused(totals) : { ok: true, value: totals };
    },
  };
}

const PROFILE: Profile = {
  ...{ appScopedId: '17841400000000002', professionalId: '17841400000000001' },
  ...{ username: 'studio_nord', name: null, professional: true, followersCount: null },
};

const refused = (kind: RefusalKind) => ({ ok: false, refusal: { kind, code: null, subcode: null } }) as const;

import {
  aConnection,
  aDeletion,
  aFinishedDeletion,
  aRemovedConnection,
  aTokenHealth,
} from '../../../testing/samples';
import { deletionPill } from '../../deletion';
import type { CardConnection } from '../connection.queries';
import { cardState } from './card-state';
import type { CardSubject } from './types';

const clock = { timeZone: 'Europe/Berlin', now: new Date('2026-11-23T19:00:00Z') };
const NO_ACCESS: CardConnection['paused'] = [
  { activity: 'ANALYTICS', reason: 'NO_ACCESS', resumesAt: null },
  { activity: 'RENEWAL', reason: 'NO_ACCESS', resumesAt: null },
];
const attempt = { startedAt: '2026-11-23T18:56:00Z', expiresAt: '2026-11-23T19:06:00Z', connectionId: null };
const trouble = { since: '2026-11-23T09:42:00Z', nextTryAt: '2026-11-23T19:05:00Z' };

const renewed = aTokenHealth({ nextRefreshAt: '2026-12-22T03:00:00Z' });
const healthy = aConnection({ tokenHealth: renewed, checkedAt: '2026-11-23T18:56:00Z' });
const noAnalytics = aConnection({
  status: 'LIMITED',
  statusReason: 'PERMISSION_NOT_GRANTED',
  statusSince: '2026-11-20T10:00:00Z',
  missingPermissions: ['MANAGE_INSIGHTS'],
  tokenHealth: renewed,
});
const ending = aConnection({
  status: 'EXPIRING',
  statusReason: 'RENEWAL_FAILING',
  tokenHealth: aTokenHealth({
    expiresAt: '2026-11-29T20:15:00Z',
    nextRefreshAt: '2026-11-24T02:10:00Z',
    lastFailureAt: '2026-11-22T02:10:00Z',
    lastFailureOutcome: 'REFUSED',
    failedAttempts: 2,
  }),
});
const ended = (changes: Partial<CardConnection>) =>
  aConnection({
    status: 'RECONNECT_NEEDED',
    statusSince: '2026-11-12T08:20:00Z',
    statusEvidence: { kind: 'CHECK' },
    paused: NO_ACCESS,
    ...changes,
  });
const signIn = 'Sign in as @studio_nord; another account is not accepted here.';
const explain = (label: string, needed = true) => ({ does: 'explain', label, needed });
const connection = (one: CardConnection): CardSubject => ({ kind: 'connection', connection: one });

interface Said {
  pill: string;
  tone: string;
  sentences: string[];
  advice?: string[];
  action: unknown;
}

const cases: [name: string, subject: CardSubject, said: Said][] = [
  [
    'not connected',
    { kind: 'none' },
    {
      pill: 'No account yet',
      tone: 'neutral',
      sentences: ['No Instagram account is connected. You need:'],
      action: explain('Connect Instagram'),
    },
  ],
  [
    'waiting',
    { kind: 'waiting', attempt },
    {
      pill: 'Waiting for Instagram',
      tone: 'neutral',
      sentences: [
        'Finish at Instagram. This card updates by itself. The link works until 20:06; after that, start again. Nothing is stored yet.',
      ],
      action: { does: 'continue', label: 'Continue at Instagram', needed: true },
    },
  ],
  [
    'waiting to renew a connection, which stays what it is',
    { kind: 'connection', connection: ended({ statusReason: 'PASSWORD_CHANGED' }), attempt },
    {
      pill: 'Reconnect needed',
      tone: 'danger',
      sentences: [
        expect.stringContaining('because the password changed'),
        'Waiting for Instagram: finish there, and this card updates by itself. The link works until 20:06; after that, start again. Nothing has changed yet.',
      ],
      action: { does: 'continue', label: 'Continue at Instagram', needed: true },
    },
  ],
  [
    'connected',
    connection(healthy),
    {
      pill: 'Connected',
      tone: 'success',
      sentences: ['Access until 21 Jan 2027, checked 4 min ago. We renew it ourselves.'],
      action: null,
    },
  ],
  [
    'connected, with nothing known but the end of access',
    connection(aConnection({ tokenHealth: aTokenHealth() })),
    { pill: 'Connected', tone: 'success', sentences: ['Access until 21 Jan 2027.'], action: null },
  ],
  [
    'connected, while a renewal far ahead of the end has failed',
    connection(
      aConnection({
        tokenHealth: {
          ...renewed,
          failedAttempts: 1,
          lastFailureAt: '2026-11-23T02:10:00Z',
          lastFailureOutcome: 'NO_ANSWER',
        },
      }),
    ),
    {
      pill: 'Connected',
      tone: 'success',
      sentences: [
        'Access until 21 Jan 2027. We renew it ourselves. We tried to renew it once and Instagram did not answer (03:10).',
      ],
      action: null,
    },
  ],
  [
    'connected, while Instagram limits us',
    connection(
      aConnection({
        tokenHealth: renewed,
        paused: [{ activity: 'ANALYTICS', reason: 'RATE_LIMITED', resumesAt: '2026-11-23T20:00:00Z' }],
      }),
    ),
    {
      pill: 'Connected',
      tone: 'success',
      sentences: [
        'Access until 21 Jan 2027. We renew it ourselves.',
        'Instagram limits how often we may ask. Analytics goes on by itself about 21:00.',
      ],
      action: null,
    },
  ],
  [
    'limited: analytics not granted',
    connection(noAnalytics),
    {
      pill: 'Limited',
      tone: 'warning',
      sentences: [
        'Analytics is off: Instagram says the permission to read it was not granted (asked 20 Nov, 11:00).',
        'Access until 21 Jan 2027. We renew it ourselves.',
      ],
      action: { does: 'leave', label: 'Grant analytics access', needed: true },
    },
  ],
  [
    'limited: analytics taken back',
    connection({ ...noAnalytics, statusReason: 'ANALYTICS_WITHDRAWN' }),
    {
      pill: 'Limited',
      tone: 'warning',
      sentences: [
        'Analytics is off: Instagram says the permission to read it was taken back (seen 20 Nov, 11:00).',
        'Access until 21 Jan 2027. We renew it ourselves.',
      ],
      action: { does: 'leave', label: 'Grant analytics access', needed: true },
    },
  ],
  [
    'limited: publishing',
    connection({ ...noAnalytics, missingPermissions: ['CONTENT_PUBLISH'] }),
    {
      pill: 'Limited',
      tone: 'warning',
      sentences: [expect.stringMatching(/^Publishing is off: /), expect.stringMatching(/^Access until/)],
      action: { does: 'leave', label: 'Grant publishing', needed: true },
    },
  ],
  [
    'limited: both',
    connection({ ...noAnalytics, missingPermissions: ['CONTENT_PUBLISH', 'MANAGE_INSIGHTS'] }),
    {
      pill: 'Limited',
      tone: 'warning',
      sentences: [
        expect.stringMatching(/^Analytics is off: /),
        expect.stringMatching(/^Publishing is off: /),
        expect.stringMatching(/^Access until/),
      ],
      action: { does: 'leave', label: 'Grant permissions', needed: true },
    },
  ],
  [
    'access ending, and renewing fails',
    connection(ending),
    {
      pill: 'Access ends in 6 days',
      tone: 'warning',
      sentences: [
        'Access ends Sun 29 Nov 2026, 21:15. We tried to renew it twice; the last time Instagram refused (22 Nov, 03:10). Our next try is 24 Nov, 03:10.',
      ],
      advice: ['Renew it to keep analytics coming.'],
      action: explain('Renew access'),
    },
  ],
  [
    'access ending, and we are about to renew it',
    connection(
      aConnection({
        status: 'EXPIRING',
        statusReason: 'RENEWAL_AHEAD',
        tokenHealth: aTokenHealth({
          expiresAt: '2026-11-24T10:00:00Z',
          nextRefreshAt: '2026-11-23T20:00:00Z',
        }),
      }),
    ),
    {
      pill: 'Access ends within a day',
      tone: 'warning',
      sentences: ['Access ends Tue 24 Nov 2026, 11:00. Our next try is 21:00.'],
      advice: ['We renew it ourselves; there is nothing to do.'],
      action: explain('Renew access', false),
    },
  ],
  [
    'ended by a new password',
    connection(ended({ statusReason: 'PASSWORD_CHANGED' })),
    {
      pill: 'Reconnect needed',
      tone: 'danger',
      sentences: [
        'Instagram ended our access because the password changed or the account was signed out everywhere (seen 12 Nov, 09:20). Analytics is paused. History is kept.',
      ],
      advice: [signIn],
      action: explain('Reconnect @studio_nord'),
    },
  ],
  [
    'ended by a check of Instagram',
    connection(ended({ statusReason: 'CHECKPOINT' })),
    {
      pill: 'Reconnect needed',
      tone: 'danger',
      sentences: [
        'Instagram wants to check that it is you (seen 12 Nov, 09:20). Analytics is paused. History is kept.',
      ],
      advice: [`Open Instagram and finish its check. Then press Check now, or reconnect. ${signIn}`],
      action: explain('Reconnect @studio_nord'),
    },
  ],
  [
    'ended by time, which is known exactly',
    connection(ended({ statusReason: 'ACCESS_EXPIRED', statusEvidence: { kind: 'CLOCK' } })),
    {
      pill: 'Reconnect needed',
      tone: 'danger',
      sentences: ['Our access ended by time on 12 Nov, 09:20. Analytics is paused. History is kept.'],
      advice: [signIn],
      action: explain('Reconnect @studio_nord'),
    },
  ],
  [
    'removed at Instagram',
    connection(aRemovedConnection()),
    {
      pill: 'Removed at Instagram',
      tone: 'warning',
      sentences: [
        'SocioGenie was removed at Instagram on 12 Nov, 14:02. Our access key was destroyed then. Username and analytics are still here; analytics is paused.',
      ],
      action: explain('Connect again'),
    },
  ],
  [
    'removed at Instagram, as a check found',
    connection(
      aRemovedConnection({ statusEvidence: { kind: 'CHECK' }, deauthorizedAt: '2026-11-23T13:02:00Z' }),
    ),
    {
      pill: 'Removed at Instagram',
      tone: 'warning',
      sentences: [
        'SocioGenie was removed at Instagram (seen 14:02). Our access key was destroyed then. Username and analytics are still here; analytics is paused.',
      ],
      action: explain('Connect again'),
    },
  ],
  [
    'Instagram in trouble',
    { kind: 'connection', connection: healthy, trouble },
    {
      pill: 'Instagram is having trouble',
      tone: 'neutral',
      sentences: [
        'Since 10:42 Instagram answers many accounts with errors. Your connection is fine, there is nothing to do. Next try 20:05.',
        'Access until 21 Jan 2027, checked 4 min ago. We renew it ourselves.',
      ],
      action: null,
    },
  ],
];

describe('what a card says', () => {
  it.each(cases)('%s', (_name, subject, said) => {
    const { icon, needs, ...words } = cardState(subject, clock);
    expect(words).toEqual({ advice: [], ...said });
    expect(icon).toBeDefined();
    expect(needs.length > 0).toBe(subject.kind === 'none');
  });

  it.each([
    ['ACCOUNT_UNCONFIRMED', /wants this account to be confirmed first \(seen 12 Nov, 09:20\)\./],
    ['ACCESS_INVALIDATED', /ended our access without saying why \(seen 12 Nov, 09:20\)\./],
    ['PERMISSION_WITHDRAWN', /The permission to see the profile was taken back/],
    ['ACCOUNT_NOT_FOUND', /has said for a day or longer that this account is not there/],
    ['OTHER_APP', /another Instagram app than the one that this installation uses now/],
    [null, /does not work here any more/],
  ] as const)('reconnect needed for %s: the reason', (statusReason, sentence) => {
    const [first] = cardState(connection(ended({ statusReason })), clock).sentences;
    expect(first).toMatch(sentence);
    expect(first).toMatch(/History is kept\.$/);
  });

  it('claims no time that the server does not give', () => {
    for (const statusReason of ['PASSWORD_CHANGED', 'CHECKPOINT', 'ACCESS_EXPIRED'] as const) {
      const { sentences } = cardState(connection(ended({ statusReason, statusSince: null })), clock);
      expect(sentences.join(' ')).not.toMatch(/\d|seen| on /);
    }
  });

  it.each([
    ['limited', noAnalytics],
    ['ending', ending],
    ['ended', ended({ statusReason: 'CHECKPOINT' })],
    ['removed', aRemovedConnection()],
  ])('while Instagram has trouble, nobody is sent there: %s', (_name, one) => {
    const calm = cardState(connection(one), clock);
    const state = cardState({ kind: 'connection', connection: one, trouble }, clock);
    expect(state).toMatchObject({ pill: calm.pill, action: null, advice: [] });
    expect(state.sentences).toEqual([
      ...calm.sentences,
      'Since 10:42 Instagram answers many accounts with errors. Wait with this card until that is over. Next try 20:05.',
    ]);
    expect(state.sentences.join(' ')).not.toMatch(/reconnect|sign in|renew access/i);
  });

  it('never two states with the same words or the same icon: they can be told apart without colour', () => {
    const firsts = [
      'not connected',
      'waiting',
      'connected',
      'limited: both',
      'access ending, and renewing fails',
    ];
    const rest = ['ended by time, which is known exactly', 'removed at Instagram', 'Instagram in trouble'];
    const shown = cases
      .filter(([name]) => [...firsts, ...rest].includes(name))
      .map(([, subject]) => cardState(subject, clock));
    const pills = [
      ...shown.map(({ pill }) => pill),
      deletionPill(aDeletion()),
      deletionPill(aFinishedDeletion()),
    ];
    expect(pills).toHaveLength(10);
    expect(new Set(pills).size).toBe(10);
    expect(new Set(shown.map(({ icon }) => icon)).size).toBe(8);
  });
});

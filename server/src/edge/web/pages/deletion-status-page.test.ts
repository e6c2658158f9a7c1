import { deletionStatus } from '../testing/deletion-status';
import { readableText } from '../testing/web-app';
import { renderDeletionStatus } from './deletion-status-page';
import type { AccessWithdrawal } from './deletion-status-view';

const site = {
  operatorName: 'MAGNATEX LLP',
  contactEmail: 'founder@magnatex.co',
  host: 'localhost:4000',
  removeAppUrl: 'https://www.instagram.com/accounts/manage_access/',
};

function page(overrides: Parameters<typeof deletionStatus>[0] = {}): { html: string; text: string } {
  const html = renderDeletionStatus(deletionStatus(overrides), site);
  return { html, text: readableText(html) };
}

const PENDING = ['ACCESS_KEYS', 'INSTAGRAM_IDENTITY', 'ANALYTICS'].map((name) => ({
  name,
  outcome: 'PENDING' as const,
  reason: null,
  keptUntil: null,
}));

describe('each state', () => {
  it('RECEIVED: says so, and reloads itself', () => {
    const { html, text } = page({ state: 'RECEIVED', completedAt: null, categories: PENDING });
    expect(html).toContain('<h1>We have your request</h1>');
    expect(html).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>');
    expect(text).toContain('1. Received: done 2. Deleting: waiting 3. Checked and completed: waiting');
    expect(text).toContain('Access keys Not yet');
    expect(text).not.toContain('Completed 23 Nov');
  });

  it('ERASING: tells how many parts are done, and reloads itself', () => {
    const [, ...rest] = PENDING;
    const categories = [
      { ...PENDING[0], name: 'ACCESS_KEYS', outcome: 'REMOVED' as const, reason: null, keptUntil: null },
      ...rest,
    ];
    const { html, text } = page({ state: 'ERASING', completedAt: null, categories });
    expect(html).toContain('<h1>Deleting now</h1>');
    expect(text).toContain(
      '1 of 3 parts done. The page updates by itself. You can close it; the code keeps working.',
    );
    expect(text).toContain('Access keys Removed');
    expect(text).toContain('Analytics In progress');
    expect(html).toContain('http-equiv="refresh"');
    expect(html).toContain('data-running="true"');
  });

  it('COMPLETED: names what is gone, what is kept and why, and stops reloading', () => {
    const { html, text } = page();
    expect(html).toContain('<h1>Your Instagram data has been deleted</h1>');
    expect(html).toContain('class="panel done"');
    expect(html).not.toContain('http-equiv="refresh"');
    expect(html).not.toContain('data-running');
    expect(text).toContain('Analytics Removed');
    expect(text).toContain('Drafts, posts and media Kept: you wrote them here;');
    expect(text).toContain('Record of this deletion Kept until 23 Nov 2028: to prove that it happened;');
    expect(text).toContain('3. Checked and completed: done');
  });

  it('NEEDS_ATTENTION: names the part, is no success, and stops reloading', () => {
    const { html, text } = page({
      state: 'NEEDS_ATTENTION',
      completedAt: null,
      categories: [{ name: 'ANALYTICS', outcome: 'FAILED', reason: 'the database refused', keptUntil: null }],
    });
    expect(html).toContain('<h1>Not finished yet: 1 part needs us</h1>');
    expect(html).not.toContain('panel done');
    expect(html).not.toContain('http-equiv="refresh"');
    expect(text).toContain('Analytics Not removed yet: the database refused');
    expect(text).toContain('2. Deleting: not finished');
  });
});

describe('what a completed request claims', () => {
  it('is no deletion when nothing was held', () => {
    const { html } = page({
      keysRemovedAt: null,
      categories: PENDING.map((category) => ({ ...category, outcome: 'NOTHING_HELD' as const })),
    });
    expect(html).toContain('<h1>Finished: we hold no Instagram data for this request</h1>');
    expect(html).not.toContain('has been deleted');
  });

  it('is no deletion when a newer connection was left alone', () => {
    const reason = 'Instagram was connected again after this request; disconnect to delete it';
    const { html, text } = page({
      categories: PENDING.map((category) => ({ ...category, outcome: 'KEPT' as const, reason })),
    });
    expect(html).toContain('<h1>This request is finished, and some data was kept</h1>');
    expect(html).not.toContain('panel done');
    expect(text).toContain(`Analytics Kept: ${reason}`);
  });

  it('includes the account only when that was asked for', () => {
    expect(page({ source: 'ACCOUNT_CLOSURE' }).html).toContain(
      '<h1>Your account and its Instagram data have been deleted</h1>',
    );
  });
});

describe('what came of asking Instagram', () => {
  const answers: [AccessWithdrawal, string][] = [
    ['NOT_ASKED', 'did not ask'],
    ['ASKING', 'are asking'],
    ['ACCEPTED', 'it accepted'],
    ['REFUSED', 'it refused'],
    ['NO_ANSWER', 'did not confirm'],
    ['NOT_KNOWN', 'do not know its answer'],
  ];
  it.each(answers)('%s is told after a disconnect, with how to remove the app', (accessWithdrawal, words) => {
    const { html, text } = page({ source: 'DISCONNECT', accessWithdrawal });
    expect(text).toContain(words);
    expect(html).toContain(`<a href="${site.removeAppUrl}">Apps and Websites at Instagram</a>`);
  });

  it.each(['META_CALLBACK', 'OPERATOR'] as const)(
    'is not mentioned for %s, which asks for nothing',
    (source) => {
      expect(page({ source }).text).not.toContain('withdraw');
    },
  );
});

describe('the receipt', () => {
  const link = '<a id="receipt" href="/deletion-status/7Q4M2KTD2XRAB3CDE4FGH5JKLM/receipt.json"';

  it('is offered when the request is completed, with what it proves and what it does not', () => {
    const { html, text } = page();
    expect(html).toContain(link);
    expect(text).toContain(
      'MAGNATEX LLP states, and cannot later deny, that by 23 Nov 2026, 14:03 UTC it had destroyed the keys and, ' +
        'counting again, found no record left of what is listed above as removed',
    );
    expect(text).toContain('It is not proof that no copy exists elsewhere.');
    expect(text).toContain('Beyond recovery by 1 Dec 2026');
    expect(text).toContain('pnpm sociogenie verify-receipt FILE');
    expect(html).toContain('href="/.well-known/jwks.json"');
  });

  it('is checked by a button that is there with a script only; the rest needs none', () => {
    const { html } = page();
    expect(html).toContain('<div class="tools" hidden=""><button type="button" id="check">');
  });

  it('is not spoken of before', () => {
    for (const state of ['RECEIVED', 'ERASING', 'NEEDS_ATTENTION'] as const) {
      const { html, text } = page({ state, completedAt: null, unrecoverableBy: null, receipt: null });
      expect(html).not.toContain('receipt.json');
      expect(text).not.toMatch(/receipt|Beyond recovery/i);
    }
  });

  it('claims no destruction where there was nothing', () => {
    const { text } = page({
      ...{ keysRemovedAt: null, unrecoverableBy: null },
      categories: PENDING.map((category) => ({ ...category, outcome: 'NOTHING_HELD' as const })),
    });
    expect(text).toContain('it had looked and held nothing but what is listed above as kept');
    expect(text).not.toContain('destroyed');
  });
});

describe('the integrators', () => {
  it('are said to be none where nobody had access, in one sentence', () => {
    const { text } = page();
    expect(text).toContain(
      'No integrator had access to what this request deletes: nobody else has to be told.',
    );
    expect(text.match(/integrator/gi)).toHaveLength(1);
    expect(text).not.toMatch(/addendum/i);
  });

  it('are counted while they are told', () => {
    const { text } = page({ recipients: { told: 1, total: 3 } });
    expect(text).toContain('told to delete their copies: 1 of 3.');
    expect(text).toContain('Each is told until it confirms, for three days at most.');
    expect(text).toContain('Its addendum is not signed yet');
    expect(text).not.toMatch(/No integrator|stopped trying/);
  });

  it('are counted for good once they are settled, and those who were not told are not passed over', () => {
    const { text } = page({ recipients: { told: 1, total: 3 }, addendum: 'a.b.c' });
    expect(text).toContain('The rest did not confirm it in time; we have stopped trying.');
    expect(text).toContain('is in the same file');
    expect(page({ recipients: { told: 3, total: 3 }, addendum: 'a.b.c' }).text).not.toContain('The rest');
  });

  it('are not said to have deleted anything', () => {
    expect(page({ recipients: { told: 2, total: 2 }, addendum: 'a.b.c' }).text).toContain(
      'Whether they have done so, we cannot see.',
    );
    expect(page({ recipients: { told: 0, total: 2 } }).text).not.toContain('Whether they');
  });
});

it('shows times in UTC to the minute and nowhere finer', () => {
  const { html } = page();
  expect(html).toContain('<time dateTime="2026-11-23T14:02Z">23 Nov 2026, 14:02 UTC</time>');
  expect(html).not.toMatch(/14:0\d:\d\d/);
});

it('shows the code in groups that copy as the bare code', () => {
  const { html } = page();
  const code = /<p class="code">(.*?)<\/p>/.exec(html)?.[1] ?? '';
  expect(code.match(/<span>/g)).toHaveLength(7);
  expect(code.replaceAll(/<[^>]+>/g, '')).toBe('7Q4M2KTD2XRAB3CDE4FGH5JKLM');
});

it('writes text as text', () => {
  const { html } = page({
    categories: [
      { name: '<b>x', outcome: 'KEPT', reason: '<script>alert(1)</script> & "so"', keptUntil: null },
    ],
  });
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('<b>x');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so&quot;');
});

it('stays out of search engines and has no inline script or style', () => {
  const { html } = page();
  expect(html).toContain('<meta name="robots" content="noindex"/>');
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=/);
});

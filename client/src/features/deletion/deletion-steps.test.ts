import { aDeletion, aFinishedDeletion } from '../../testing/samples';
import { deletionSteps, isWithdrawalOpen } from './deletion-steps';
import { deletionWords } from './deletion-words';

const clock = { timeZone: 'Europe/Berlin', now: new Date('2026-11-23T19:00:00Z') };
const words = (deletion: ReturnType<typeof aDeletion>) => deletionSteps(deletion).map((step) => step.words);

describe('the steps of a deletion', () => {
  it('stand in their order, with the times that are known', () => {
    expect(deletionSteps(aDeletion())).toEqual([
      { words: 'Access key destroyed', state: 'done', at: '2026-11-23T13:03:00Z' },
      { words: 'Instagram asked to withdraw our access: it accepted', state: 'done', at: null },
      { words: 'Removed: Instagram ids and username', state: 'done', at: '2026-11-23T13:03:20Z' },
      { words: 'Removing analytics', state: 'running', at: null },
      { words: 'Counting again that nothing is left', state: 'running', at: null },
    ]);
  });

  it('end with the second count', () => {
    expect(words(aFinishedDeletion()).slice(-2)).toEqual([
      'Removed: analytics (30 days)',
      'Counted again: nothing is left',
    ]);
  });

  it.each([
    ['ASKING', 'Asking Instagram to withdraw our access', false],
    ['ACCEPTED', 'Instagram asked to withdraw our access: it accepted', false],
    ['REFUSED', 'Instagram asked to withdraw our access: it refused', true],
    ['NO_ANSWER', 'Instagram asked to withdraw our access: no answer', true],
    [
      'NOT_KNOWN',
      'Instagram asked to withdraw our access: we were interrupted and do not know its answer',
      true,
    ],
  ] as const)('tell what came of asking Instagram: %s', (accessWithdrawal, sentence, open) => {
    expect(words(aDeletion({ accessWithdrawal }))).toContain(sentence);
    expect(isWithdrawalOpen(accessWithdrawal)).toBe(open);
  });

  it('name a part that could not be removed, and the reason of one that is kept', () => {
    const deletion = aDeletion({
      categories: [
        {
          name: 'INSTAGRAM_IDENTITY',
          outcome: 'KEPT',
          count: null,
          reason: 'Instagram was connected again.',
          settledAt: null,
        },
        { name: 'ANALYTICS', outcome: 'FAILED', count: null, reason: null, settledAt: null },
      ],
    });
    expect(words(deletion)).toContain('Kept: Instagram ids and username. Instagram was connected again.');
    expect(words(deletion)).toContain('Not removed yet: analytics. We try again');
  });
});

describe('the words above the steps', () => {
  it('tell apart who asked', () => {
    expect(deletionWords(aDeletion(), clock).pill).toBe('Disconnecting');
    const fromInstagram = deletionWords(aDeletion({ source: 'META_CALLBACK' }), clock);
    expect(fromInstagram.pill).toBe('Deleting');
    expect(fromInstagram.sentence).toContain('At Instagram you asked for the deletion');
  });

  it('say when it was done', () => {
    expect(deletionWords(aFinishedDeletion(), clock).sentence).toBe(
      'A connection and its Instagram data were removed on 23 Nov, 14:04.',
    );
    expect(deletionWords(aFinishedDeletion({ source: 'META_CALLBACK' }), clock).sentence).toBe(
      'A connection and its Instagram data were removed on 23 Nov, 14:04, as asked for at Instagram.',
    );
  });

  it('claim no removal where nothing was removed', () => {
    const nothing = aFinishedDeletion({
      source: 'META_CALLBACK',
      categories: [{ name: 'ANALYTICS', outcome: 'KEPT', count: null, reason: null, settledAt: null }],
    });
    expect(deletionWords(nothing, clock)).toMatchObject({
      title: 'Deletion request',
      sentence:
        'A deletion request from Instagram was completed on 23 Nov, 14:04; there was nothing to remove.',
    });
  });

  it('admit that a part is not finished', () => {
    expect(deletionWords(aDeletion({ state: 'NEEDS_ATTENTION' }), clock)).toMatchObject({
      pill: 'Not finished yet',
      tone: 'warning',
    });
  });
});

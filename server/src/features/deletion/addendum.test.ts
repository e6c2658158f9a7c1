import { addendumClaims } from './addendum';

const about = (
  of: number,
  settled: Partial<Record<'TOLD' | 'REFUSED' | 'UNREACHABLE' | 'NOT_KNOWN', number>>,
) =>
  addendumClaims(
    {
      ...{ receipt: 'a.b.c', of },
      tally: {
        ...{ total: 9, open: 0, lastSettledAt: null },
        settled: { TOLD: 0, REFUSED: 0, UNREACHABLE: 0, NOT_KNOWN: 0, ...settled },
      },
    },
    { iss: 'https://x.example', issuedAt: new Date(0), jti: 'j', software: 's' },
  ).recipients;

it('counts whoever a restored database lost as not known', () => {
  expect(about(3, { TOLD: 1, REFUSED: 1 })).toEqual({
    told: 1,
    refused: 1,
    unreachable: 0,
    not_known: 1,
    of: 3,
  });
});

it.each([
  [1, { TOLD: 2 }, { told: 1, refused: 0, unreachable: 0, not_known: 0, of: 1 }],
  [1, { TOLD: 1, UNREACHABLE: 1 }, { told: 0, refused: 0, unreachable: 1, not_known: 0, of: 1 }],
  [2, { TOLD: 2, REFUSED: 1, UNREACHABLE: 5 }, { told: 0, refused: 0, unreachable: 2, not_known: 0, of: 2 }],
])('adds up to the receipt’s %d where a restored database knows more of them: %o', (of, settled, said) => {
  expect(about(of, settled)).toEqual(said);
});

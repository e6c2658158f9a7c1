/** The words `account_type` takes on the wire, and the one that a professional-only app must refuse. */
export type AccountType = 'BUSINESS' | 'MEDIA_CREATOR' | 'PERSONAL';

/** A person's Instagram account as it is seeded. All ids have 17 digits, beyond 2^53 and not even. */
export interface Account {
  username: string;
  name: string;
  type: AccountType;
  biography: string;
  website: string;
  /** `/me.id`, and by default the exchange's `user_id` and the callbacks' `user_id`. */
  appScopedId: string;
  /** `/me.user_id`, the id in Graph paths. */
  professionalId: string;
  /** What the exchange answers as `user_id` when told to answer a third id. */
  exchangeId: string;
  /** Followers on the morning of `followersFrom` (a Los Angeles date). */
  followers: number;
  follows: number;
  media: number;
  /** Share of the followers that an ordinary day reaches. */
  dailyReach: number;
  /** The dates on which Meta knows nothing at all, as happens. */
  blankDates: readonly string[];
}

/** The date at which the seeded follower counts hold. */
export const followersFrom = '2026-09-01';

/** Three professional accounts and a personal one. */
export const accounts: readonly Account[] = [
  {
    username: 'studio_nord',
    name: 'Studio Nord',
    type: 'BUSINESS',
    biography: 'Furniture made to order in Flensburg. Visits by appointment.',
    website: 'https://studionord.example',
    appScopedId: '27164098351274613',
    professionalId: '17841402963158471',
    exchangeId: '31570248896014327',
    followers: 4812,
    follows: 391,
    media: 214,
    dailyReach: 0.31,
    blankDates: ['2026-10-14'],
  },
  {
    username: 'cafe_lisboa',
    name: 'Café Lisboa',
    type: 'BUSINESS',
    biography: 'Pastéis de nata, still warm. Open from 8, closed on Mondays.',
    website: 'https://cafelisboa.example',
    appScopedId: '28978671838402975',
    professionalId: '17841477965412213',
    exchangeId: '34120987654098761',
    followers: 1523,
    follows: 180,
    media: 97,
    dailyReach: 0.42,
    blankDates: ['2026-10-20', '2026-11-09'],
  },
  {
    username: 'atelier_mare',
    name: 'Atelier Mare',
    type: 'MEDIA_CREATOR',
    biography: 'Ceramics by the sea. New pieces on the first Friday.',
    website: 'https://ateliermare.example',
    appScopedId: '29405517736281939',
    professionalId: '17841455207196333',
    exchangeId: '33018846275139407',
    followers: 12940,
    follows: 866,
    media: 538,
    dailyReach: 0.24,
    blankDates: ['2026-10-31'],
  },
  {
    username: 'ines_moura',
    name: 'Inês Moura',
    type: 'PERSONAL',
    biography: 'Walks, dogs, the odd sunset.',
    website: '',
    appScopedId: '30266184409517745',
    professionalId: '17841490338275617',
    exchangeId: '32209417758036651',
    followers: 348,
    follows: 512,
    media: 61,
    dailyReach: 0.2,
    blankDates: [],
  },
];

/** The seeded account of that username, or undefined. */
export function findAccount(username: string): Account | undefined {
  return accounts.find((account) => account.username === username);
}

/** The seeded account of that username; throws a RangeError that lists the names there are. */
export function requireAccount(username: string): Account {
  const account = findAccount(username);
  if (account === undefined) {
    const names = accounts.map((each) => each.username).join(', ');
    throw new RangeError(`No account "${username}" in the sandbox. There are: ${names}.`);
  }
  return account;
}

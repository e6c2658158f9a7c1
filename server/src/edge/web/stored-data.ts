/** One kind of data that we hold, as a public page lists it. */
export interface StoredData {
  readonly what: string;
  readonly why: string;
  /** What ends the keeping, in words. */
  readonly until: string;
}

/** Everything we hold, in the two groups that end differently. */
export interface StoredDataLists {
  /** What came from Instagram, or exists only because of it. */
  readonly instagram: readonly StoredData[];
  /** What belongs to the SocioGenie account itself. */
  readonly account: readonly StoredData[];
}

const DISCONNECT = 'you disconnect, or Instagram sends your deletion request';

/** What the tables of this version hold about a person, in the words of the public pages. */
export const STORED_DATA: StoredDataLists = {
  instagram: [
    {
      what: 'Instagram user IDs: the up to three forms that Instagram gives us, encrypted',
      why: 'to read the analytics of the right account, and to find it when Instagram sends a deletion request',
      until: DISCONNECT,
    },
    {
      what: 'Username and display name, encrypted',
      why: 'to show which account is connected',
      until: DISCONNECT,
    },
    {
      what: 'Access token, encrypted, and when it ends',
      why: 'to act at Instagram with the permissions you granted',
      until: `${DISCONNECT}; also when you remove the app at Instagram or connect again`,
    },
    {
      what: 'Permissions you granted; when you connected and when Instagram last answered',
      why: 'to show what works and what does not',
      until: DISCONNECT,
    },
    {
      what: 'Analytics: numbers about your account for each day',
      why: 'your charts and tables',
      until: DISCONNECT,
    },
    { what: 'Which connection your analytics opens with', why: 'to show it first', until: DISCONNECT },
    {
      what: 'A connect that you began: a digest, tied to your sign-in',
      why: 'so that only you can finish it, within ten minutes',
      until: 'your account is deleted at the latest',
    },
    {
      what: 'A digest of each request that Instagram sends about you, and when it came',
      why: 'to answer the same request the same way, and act on it once',
      until: 'kept as part of the record below',
    },
    {
      what: 'The record of a deletion: its code as a digest and, encrypted, for your account; when, what was removed. No name, no Instagram user ID',
      why: 'to show you and Instagram that it happened',
      until: 'kept as proof',
    },
    {
      what: 'The signed receipt of a deletion, and a salted digest of it in a list that only grows. No name, no Instagram user ID',
      why: 'so that you, Instagram or anybody you show it to can check what we said',
      until: 'kept as proof; the digest says nothing without the receipt',
    },
  ],
  account: [
    { what: 'Email, encrypted', why: 'to sign you in', until: 'your account is deleted' },
    {
      what: 'Password, only as a hash',
      why: 'to sign you in',
      until: 'you change it, or your account is deleted',
    },
    { what: 'Time zone', why: 'to show times by your clock', until: 'your account is deleted' },
    {
      what: 'Sign-in sessions: when each began and was last used',
      why: 'to keep you signed in',
      until: 'you sign out, the session ends, or your account is deleted',
    },
    {
      what: 'Who of our support looked at your account, when and how they found it; the reason, encrypted',
      why: 'so that nobody looks without a trace',
      until: 'twelve months later, or your account is deleted',
    },
    {
      what: 'Network address, email you typed and account, each only as a keyed digest with a count of attempts',
      why: 'to slow down guessing of passwords and codes',
      until: 'the limit’s time is over and old counts are cleared',
    },
  ],
};

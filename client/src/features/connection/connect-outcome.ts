import type { InstagramPermission } from '../../gql/graphql';
import type { Tone } from '../../ui/tone';

const outcomes = [
  'connected',
  'limited',
  'fewer',
  'cancelled',
  'expired',
  'used',
  'foreign',
  'not-professional',
  'profile-refused',
  'too-many',
  'taken',
  'wrong-account',
  'failed',
  'ended',
  'broken',
  'no-answer',
  'signed-out',
  'unknown',
] as const;

/** What came of one attempt to connect, as the server names it in the address it sends the browser to. */
export type ConnectOutcome = (typeof outcomes)[number];

/** The outcome and, where one is concerned, the connection of an attempt. */
export interface ConnectReturn {
  outcome: ConnectOutcome;
  connectionId: string | null;
  /** The handle that came instead of the expected one; null where it does not matter. */
  actual: string | null;
  /** What it takes to ask for an account that is held elsewhere; null where there is nothing to ask. */
  proof: string | null;
}

/** What Instagram allows in a handle: nothing else is taken from an address for one. */
const HANDLE = /^[A-Za-z0-9._]{1,60}$/;

/** Reads the way back from Instagram out of an address; null when there is none. A word we do not know is `unknown`. */
export function readConnectReturn(searchParams: URLSearchParams, hash: string): ConnectReturn | null {
  const word = searchParams.get('connect');
  if (word === null) return null;
  const outcome = outcomes.find((candidate) => candidate === word) ?? 'unknown';
  const aside = new URLSearchParams(hash.slice(1));
  const actual = aside.get('as');
  return {
    outcome,
    connectionId: searchParams.get('connection'),
    actual: actual !== null && HANDLE.test(actual) ? actual : null,
    proof: outcome === 'taken' ? aside.get('proof') : null,
  };
}

interface OutcomeWords {
  tone: Tone;
  sentence: string;
  /** The link to try once more; null where trying again would not help or is not needed. */
  again: string | null;
}

/** What the sentence is about, as far as it is known. */
export interface OutcomeAbout {
  /** The handle of the connection that is concerned. */
  username: string | null;
  /** The handle that came instead. */
  actual: string | null;
  /** Permissions that the connection lacks now. */
  missing: readonly InstagramPermission[];
  contactEmail: string;
}

/** What happened, what is safe and what to do, for each outcome. */
export function outcomeWords(
  outcome: ConnectOutcome,
  { username, actual, missing, contactEmail }: OutcomeAbout,
): OutcomeWords {
  const handle = username === null ? 'the account that is connected here' : `@${username}`;
  switch (outcome) {
    case 'connected':
      return {
        tone: 'success',
        sentence:
          username === null
            ? 'Connected, with every permission we asked for.'
            : `${handle} is connected, with every permission we asked for.`,
        again: null,
      };
    case 'limited':
      return {
        tone: 'warning',
        sentence:
          missing.length === 0
            ? 'Connected, but not every permission was granted. What is off stands on the card; you can grant it later.'
            : `Connected. ${whatIsOff(missing)}: that was not granted. You can grant it here at any time.`,
        again: null,
      };
    case 'fewer':
      return {
        tone: 'warning',
        sentence: `Connected again, with less than before. ${
          missing.length === 0 ? 'What is off stands on the card' : whatIsOff(missing)
        }: this time it was not granted. You can grant it here at any time.`,
        again: null,
      };
    case 'cancelled':
      return {
        tone: 'info',
        sentence: 'You cancelled at Instagram. Nothing was stored.',
        again: 'Start again',
      };
    case 'expired':
      return {
        tone: 'warning',
        sentence: 'This link was too old: it works for 10 minutes. Nothing was stored.',
        again: 'Start again',
      };
    case 'used':
      return {
        tone: 'warning',
        sentence: 'This link was already used, and it works once. Nothing more was stored.',
        again: 'Start again',
      };
    case 'foreign':
      return {
        tone: 'warning',
        sentence:
          'This connecting was begun in another session or by another SocioGenie account, so it was not finished here. Nothing was stored.',
        again: 'Start again',
      };
    case 'not-professional':
      return {
        tone: 'warning',
        sentence:
          'This is a personal Instagram account, and Instagram opens only professional ones to us. Nothing was stored. In the Instagram app, switch it to a professional account in the settings under account type, then start again.',
        again: 'Start again',
      };
    case 'profile-refused':
      return {
        tone: 'warning',
        sentence:
          'You did not let us see the profile, and there is no connection without it. Nothing was stored.',
        again: 'Start again',
      };
    case 'too-many':
      return {
        tone: 'warning',
        sentence:
          'You have as many connections as one may have. Nothing was stored. Disconnect one first; those you have can be connected again.',
        again: null,
      };
    case 'taken':
      return {
        tone: 'warning',
        sentence:
          'This Instagram account cannot be connected here right now. Nothing was stored. If you have another SocioGenie account, look there first. If you asked for it, how far it is stands on this page.',
        again: 'Connect another account',
      };
    case 'wrong-account':
      return {
        tone: 'warning',
        sentence: `${
          actual === null ? 'You signed in to another Instagram account.' : `You signed in as @${actual}.`
        } This connection is for ${handle}. Nothing changed. Sign in as ${handle} at Instagram, then try again.`,
        again: 'Start again',
      };
    case 'failed':
      return {
        tone: 'danger',
        sentence: `Instagram did not let us finish connecting. Nothing was stored. Start again; if it happens again, write to ${contactEmail}.`,
        again: 'Start again',
      };
    case 'ended':
      return {
        tone: 'info',
        sentence:
          'Connecting was ended before it was done: it was cancelled here, or the account was disconnected, removed or deleted meanwhile. Nothing was stored.',
        again: 'Start again',
      };
    case 'broken':
      return {
        tone: 'danger',
        sentence: `Something went wrong on our side, so connecting stopped. What is connected stands on this page. If the account is missing, start again; if it happens again, write to ${contactEmail}.`,
        again: 'Start again',
      };
    case 'no-answer':
      return {
        tone: 'warning',
        sentence:
          'Instagram did not answer, so connecting stopped. Nothing was stored. Try again in a few minutes.',
        again: 'Start again',
      };
    case 'signed-out':
      return {
        tone: 'warning',
        sentence:
          'You were signed out here while you were at Instagram, so connecting stopped. Nothing was stored.',
        again: 'Start again',
      };
    case 'unknown':
      return {
        tone: 'warning',
        sentence:
          'You came back from Instagram with a link that we did not make or no longer know. Nothing was stored.',
        again: 'Start again',
      };
  }
}

const OFF: Record<InstagramPermission, string> = {
  BASIC: 'the profile',
  CONTENT_PUBLISH: 'publishing',
  MANAGE_INSIGHTS: 'analytics',
  MANAGE_COMMENTS: 'comments',
};

/** "Analytics is off", "Publishing and analytics are off". */
function whatIsOff(missing: readonly InstagramPermission[]): string {
  const names = missing.map((permission) => OFF[permission]).join(' and ');
  return `${names.charAt(0).toUpperCase()}${names.slice(1)} ${missing.length === 1 ? 'is' : 'are'} off`;
}

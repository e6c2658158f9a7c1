import { mailedToken } from './mailbox';
import type { GraphqlAnswer, Person } from './person';
import type { Stand } from './stand';

const CHANGE = `mutation ($input: ChangeEmailInput!) {
  changeEmail(input: $input) { account { email pendingEmailChange { email } } userErrors { __typename message path } }
}`;
const OPEN = `mutation ($input: ConfirmEmailChangeInput!) {
  confirmEmailChange(input: $input) { email userErrors { __typename path } }
}`;
const ADDRESS = '{ viewer { email emailVerified pendingEmailChange { email requestedAt expiresAt } } }';

/** Asks for another address. */
export const askForEmail = (person: Person, email: string): Promise<GraphqlAnswer> =>
  person.execute(CHANGE, { input: { email } });

/** Asks for another address and reads the link that is mailed there. */
export async function mailedChange(stand: Stand, person: Person, email: string): Promise<string> {
  await askForEmail(person, email);
  return mailedToken(stand, email, '/change-email');
}

/** What somebody without a session gets who opens the link and presses the button. */
// biome-ignore lint/suspicious/noExplicitAny: specs read answers as the documents they are.
export async function openChange(stand: Stand, token: string): Promise<any> {
  return (await stand.visitor().execute(OPEN, { input: { token } })).data.confirmEmailChange;
}

/** The address of whoever asks, and the one that is to come. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
export async function addressOf(person: Person): Promise<any> {
  return (await person.execute(ADDRESS)).data.viewer;
}

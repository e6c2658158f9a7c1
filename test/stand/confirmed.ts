import { mailedToken } from './mailbox';
import type { Person } from './person';
import type { Stand } from './stand';

export const CONFIRM = `mutation ($input: ConfirmEmailInput!) {
  confirmEmail(input: $input) { userErrors { __typename message path } }
}`;

/** Opens the newest link that was mailed to somebody to confirm the address. */
export async function confirmAddress(stand: Stand, person: Person): Promise<void> {
  const token = await mailedToken(stand, person.email, '/verify-email');
  const answer = await person.execute(CONFIRM, { input: { token } });
  if (answer.data?.confirmEmail?.userErrors.length !== 0) throw new Error(JSON.stringify(answer));
}

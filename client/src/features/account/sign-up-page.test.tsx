import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';

async function openSignUp(server: FakeServer) {
  const user = userEvent.setup();
  const app = renderApp(server, '/sign-up');
  await screen.findByRole('heading', { name: 'Create an account' });
  const submit = () => user.click(screen.getByRole('button', { name: 'Create account' }));
  return { ...app, user, submit };
}

function refusing(...userErrors: object[]): FakeServer {
  return new FakeServer({ signedIn: false }, { signUp: () => ({ account: null, userErrors }) });
}

describe('signing up', () => {
  it('offers the zone of the browser and sends the one that was chosen', async () => {
    const server: FakeServer = new FakeServer(
      { signedIn: false },
      {
        signUp: () => {
          server.state.signedIn = true;
          return { account: { __typename: 'Account', id: 'acc_1' }, userErrors: [] };
        },
      },
    );
    const { user, submit } = await openSignUp(server);
    const zone = screen.getByRole('combobox', { name: 'Time zone' });
    expect(zone).toHaveValue(new Intl.DateTimeFormat().resolvedOptions().timeZone);

    await user.type(screen.getByLabelText('Email'), 'ana@studionord.example');
    await user.type(screen.getByLabelText('Password'), 'correct horse');
    await user.selectOptions(zone, 'Auckland');
    await submit();

    await screen.findByRole('heading', { name: 'Social Media Integration' });
    expect(server.received).toContainEqual({
      name: 'SignUp',
      variables: {
        input: { email: 'ana@studionord.example', password: 'correct horse', timeZone: 'Pacific/Auckland' },
      },
    });
  });

  it('states the rule for passwords before one types, and counts characters rather than bytes', async () => {
    const { user, submit } = await openSignUp(refusing());
    expect(screen.getByText(/^8 to 128 characters/)).toBeVisible();
    await user.type(screen.getByLabelText('Email'), 'ana@studionord.example');

    await user.type(screen.getByLabelText('Password'), '🦊🦊🦊🦊');
    await submit();

    expect(screen.getByText('This password is too short. Use at least 8 characters.')).toBeVisible();
    expect(screen.getByLabelText('Password')).toHaveFocus();
  });

  it.each([
    [
      { __typename: 'EmailTaken', message: 'x', path: ['input', 'email'] },
      'Email',
      'There is already an account with this email. Sign in instead, or use another email.',
    ],
    [
      { __typename: 'PasswordTooLong', message: 'x', path: ['password'], maximumLength: 100 },
      'Password',
      'This password is too long. Use at most 100 characters.',
    ],
    [
      { __typename: 'PasswordBreached', message: 'x', path: ['password'] },
      'Password',
      'This password is known from leaks, so it would be tried first. Choose another.',
    ],
    [
      { __typename: 'TimeZoneUnknown', message: 'x', path: ['timeZone'] },
      'Time zone',
      'We do not know this time zone. Choose one from the list.',
    ],
  ])('puts a refusal of the server at its field (%#)', async (userError, label, sentence) => {
    const { user, submit } = await openSignUp(refusing(userError));
    await user.type(screen.getByLabelText('Email'), 'ana@studionord.example');
    await user.type(screen.getByLabelText('Password'), 'correct horse');
    await submit();

    expect(await screen.findByText(sentence)).toBeVisible();
    const field = screen.getByLabelText(label, { selector: 'input, select' });
    expect(field).toHaveFocus();
    expect(screen.getByLabelText('Password')).toHaveValue('correct horse');
  });
});

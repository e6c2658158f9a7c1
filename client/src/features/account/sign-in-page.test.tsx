import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeServer } from '../../testing/fake-server';
import { renderApp } from '../../testing/render-app';

const wrongPair = {
  account: null,
  userErrors: [{ __typename: 'WrongCredentials', message: 'no', path: null }],
};

async function openSignIn(server: FakeServer, address = '/sign-in') {
  const user = userEvent.setup();
  const app = renderApp(server, address);
  await screen.findByRole('heading', { name: 'Sign in to SocioGenie' });
  const type = async (email: string, password: string) => {
    await user.type(screen.getByLabelText('Email'), email);
    await user.type(screen.getByLabelText('Password'), password);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
  };
  return { ...app, user, type };
}

describe('signing in', () => {
  it('leads back to where one wanted to be', async () => {
    const server: FakeServer = new FakeServer(
      { signedIn: false },
      {
        signIn: () => {
          server.state.signedIn = true;
          return { account: { __typename: 'Account', id: 'acc_1' }, userErrors: [] };
        },
      },
    );
    const { type, router } = await openSignIn(server, '/integrations/connect?connection=conn_9');
    expect(router.state.location.pathname).toBe('/sign-in');

    await type('ana@studionord.example', 'correct horse');

    await screen.findByRole('heading', { name: 'Connect Instagram' });
    expect(router.state.location.search).toBe('?connection=conn_9');
    expect(server.received).toContainEqual({
      name: 'SignIn',
      variables: { input: { email: 'ana@studionord.example', password: 'correct horse' } },
    });
  });

  it('says that the pair is wrong, not which half, and keeps what was typed', async () => {
    const { type } = await openSignIn(new FakeServer({ signedIn: false }, { signIn: () => wrongPair }));

    await type('ana@studionord.example', 'wrong horse');

    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent('Email or password is not right.');
    expect(notice).toHaveFocus();
    expect(screen.getByLabelText('Email')).toHaveValue('ana@studionord.example');
    expect(screen.getByLabelText('Email')).not.toBeInvalid();
    expect(document.title).toBe('Error: Sign in - SocioGenie');
  });

  it('lets one type on after a refusal: focus moves once, not with every letter', async () => {
    const { type, user } = await openSignIn(new FakeServer({ signedIn: false }, { signIn: () => wrongPair }));
    await type('ana@studionord.example', 'wrong horse');
    await screen.findByRole('alert');

    await user.type(screen.getByLabelText('Password'), ' and more');

    expect(screen.getByLabelText('Password')).toHaveFocus();
    expect(screen.getByLabelText('Password')).toHaveValue('wrong horse and more');
  });

  it('lists two or more things to fix, each with a link to its field, and sends nothing', async () => {
    const server = new FakeServer({ signedIn: false });
    const { user } = await openSignIn(server);

    await user.click(screen.getByRole('button', { name: 'Sign in' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('2 things to fix');
    expect(screen.getByRole('alert')).toHaveFocus();
    await user.click(screen.getByRole('link', { name: 'Enter your password.' }));
    expect(screen.getByLabelText('Password')).toHaveFocus();
    expect(server.received.map(({ name }) => name)).not.toContain('SignIn');
  });

  it('goes to the field when only one thing is to fix, and checks it again when one leaves it', async () => {
    const { user } = await openSignIn(new FakeServer({ signedIn: false }));
    await user.type(screen.getByLabelText('Email'), 'ana');
    await user.type(screen.getByLabelText('Password'), 'correct horse');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByLabelText('Email')).toHaveFocus();
    expect(screen.getByLabelText('Email')).toBeInvalid();

    await user.type(screen.getByLabelText('Email'), '@studionord.example');
    await user.tab();

    expect(screen.getByLabelText('Email')).not.toBeInvalid();
    expect(screen.getByLabelText('Password')).toHaveFocus();
  });

  it('moves nothing while a button is being pressed: it is checked again when the press is over', async () => {
    const { user } = await openSignIn(new FakeServer({ signedIn: false }));
    await user.type(screen.getByLabelText('Email'), 'ana');
    await user.type(screen.getByLabelText('Password'), 'correct horse');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await user.type(screen.getByLabelText('Email'), '@studionord.example');
    const button = screen.getByRole('button', { name: 'Show password' });
    await user.pointer({ keys: '[MouseLeft>]', target: button });
    expect(screen.getByLabelText('Email')).not.toHaveFocus();
    expect(screen.getByLabelText('Email')).toBeInvalid();
    await user.pointer({ keys: '[/MouseLeft]' });
    await waitFor(() => expect(screen.getByLabelText('Email')).not.toBeInvalid());
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
  });

  it('says from when one can try again after too many tries', async () => {
    const server = new FakeServer({ signedIn: false });
    server.fail('SignIn', { code: 'RATE_LIMITED', retryAfterSeconds: 600 });
    const { type } = await openSignIn(server);

    await type('ana@studionord.example', 'correct horse');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Too many tries in a short time\. Try again from \d\d:\d\d\./,
    );
  });

  it('says that the server did not answer, and can be tried again', async () => {
    const server = new FakeServer({ signedIn: false }, { signIn: () => wrongPair });
    server.fail('SignIn', 'no-answer');
    const { type, user } = await openSignIn(server);
    await type('ana@studionord.example', 'wrong horse');
    expect(await screen.findByRole('alert')).toHaveTextContent('The server did not answer.');

    server.fail('SignIn', null);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));

    expect(await screen.findByText('Email or password is not right.')).toBeVisible();
  });

  it('shows the password when asked', async () => {
    const { user } = await openSignIn(new FakeServer({ signedIn: false }));
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'password');

    await user.click(screen.getByRole('button', { name: 'Show password' }));

    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
    expect(screen.getByRole('button', { name: 'Show password', pressed: true })).toBeVisible();
  });
});

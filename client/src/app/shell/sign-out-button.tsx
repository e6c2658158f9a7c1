import { useApolloClient, useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql';
import { BusyButton } from '../../ui/busy-button';
import { paths } from '../paths';

const signOutMutation = graphql(`
  mutation SignOut {
    signOut {
      userErrors {
        message
      }
    }
  }
`);

/** Ends the session on the server, then forgets everything in this tab. */
export function SignOutButton() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [signOut, { loading, error }] = useMutation(signOutMutation);
  const leave = async () => {
    await signOut();
    await client.clearStore();
    await navigate(paths.signIn);
  };
  return (
    <>
      <BusyButton
        busy={loading}
        busyLabel="Signing out..."
        onClick={() => void leave().catch(() => undefined)}
      >
        Sign out
      </BusyButton>
      {error !== undefined && (
        <Text role="alert">The server did not answer, so you are still signed in. Try again.</Text>
      )}
    </>
  );
}

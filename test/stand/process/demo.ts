interface SignIn {
  readonly data: {
    readonly signIn: {
      readonly account: {
        readonly instagramConnections: readonly { readonly id: string; username: string }[];
      } | null;
    };
  };
}

/** Signs in with the login that `start` printed, and tells which connections the account has. */
export async function demoConnections(
  url: string,
  output: string,
): Promise<readonly { id: string; username: string }[]> {
  const [, email, password] = /Sign in as\s+(\S+)\s+with the password\s+(\S+)/.exec(output) ?? [];
  const query = `mutation ($input: SignInInput!) {
    signIn(input: $input) { account { instagramConnections { id username } } userErrors { message } }
  }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ query, variables: { input: { email, password } } }),
  });
  const { data } = (await response.json()) as SignIn;
  if (data.signIn.account === null) throw new Error('the demo login was refused');
  return data.signIn.account.instagramConnections;
}

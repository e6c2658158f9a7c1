interface DemoAccount {
  readonly instagramConnections: readonly { readonly id: string; username: string }[];
  readonly sessions: readonly { readonly current: boolean }[];
}

interface SignIn {
  readonly data: {
    readonly signIn: {
      readonly account: DemoAccount | null;
    };
  };
}

/** Signs in with the login that `start` printed, and tells which connections the account has. */
export async function demoConnections(
  url: string,
  output: string,
): Promise<DemoAccount['instagramConnections']> {
  return (await demoAccount(url, output)).instagramConnections;
}

/** Signs in with the login that `start` printed, and tells what the account has. */
export async function demoAccount(url: string, output: string): Promise<DemoAccount> {
  const [, email, password] = /Sign in as\s+(\S+)\s+with the password\s+(\S+)/.exec(output) ?? [];
  const query = `mutation ($input: SignInInput!) {
    signIn(input: $input) { account { instagramConnections { id username } sessions { current } } userErrors { message } }
  }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ query, variables: { input: { email, password } } }),
  });
  const { data } = (await response.json()) as SignIn;
  if (data.signIn.account === null) throw new Error('the demo login was refused');
  return data.signIn.account;
}

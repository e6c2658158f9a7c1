import { ApolloServer } from '@apollo/server';
import { introspectionNeedsSignIn } from './access';
import type { Context } from './context';
import { publicError } from './errors';

const ASKING = '{ a: __schema { queryType { name } } }';

function ask(query: string, viewer: object | null) {
  const apollo = new ApolloServer<Context>({
    typeDefs: 'type Query { word: String }',
    introspection: true,
    formatError: publicError,
    plugins: [introspectionNeedsSignIn],
  });
  return apollo.executeOperation({ query }, { contextValue: { viewer } as unknown as Context });
}

it('refuses the schema to who is not signed in, as their mistake and not as ours', async () => {
  const { http, body } = await ask(ASKING, null);
  expect(http.status).toBe(401);
  expect(body).toMatchObject({
    singleResult: { errors: [{ message: 'Sign in to do this.', extensions: { code: 'UNAUTHENTICATED' } }] },
  });
  expect(JSON.stringify(body)).not.toContain('"http"');
});

it('finds the question inside a fragment too', async () => {
  const { http } = await ask('query { ...f } fragment f on Query { __type(name: "Query") { name } }', null);
  expect(http.status).toBe(401);
});

it('gives the schema to who is signed in, and answers others what is no question about it', async () => {
  const schema = { a: { queryType: { name: 'Query' } } };
  expect((await ask(ASKING, {})).body).toMatchObject({ singleResult: { data: schema } });
  expect((await ask('{ word __typename }', null)).body).toMatchObject({
    singleResult: { data: { word: null } },
  });
});

import { ApolloClient } from '@apollo/client';
import { MockLink } from '@apollo/client/testing';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createCache } from '../apollo/create-client';
import { Providers } from '../app/providers';

interface Screen extends RenderResult {
  client: ApolloClient;
  router: ReturnType<typeof createMemoryRouter>;
}

/** Draws routes in an otherwise real app, answering GraphQL from `mocks`. */
export function renderRoutes(
  makeRoutes: (client: ApolloClient) => RouteObject[],
  address: string,
  mocks: readonly MockLink.MockedResponse[],
): Screen {
  const client = new ApolloClient({ link: new MockLink([...mocks]), cache: createCache() });
  const router = createMemoryRouter(makeRoutes(client), { initialEntries: [address] });
  const result = render(
    <Providers client={client} env="test">
      <RouterProvider router={router} />
    </Providers>,
  );
  return { ...result, client, router };
}

/** Draws one screen at `address`; any other address it leads to shows the words "another screen". */
export function renderScreen(
  screen: ReactNode,
  mocks: readonly MockLink.MockedResponse[],
  address = '/',
): Screen {
  const path = new URL(address, 'http://app').pathname;
  const routes = [
    { path, element: screen },
    { path: '*', element: <p>another screen</p> },
  ];
  return renderRoutes(() => routes, address, mocks);
}

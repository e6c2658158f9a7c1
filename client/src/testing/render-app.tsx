import { ApolloClient } from '@apollo/client';
import { type RenderResult, render } from '@testing-library/react';
import { createMemoryRouter, type Location } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createCache } from '../apollo/create-client';
import { forgetGoneConnections } from '../apollo/forget-gone-connections';
import { Providers } from '../app/providers';
import { createRoutes } from '../app/router';
import type { FakeServer } from './fake-server';

interface App extends RenderResult {
  client: ApolloClient;
  router: ReturnType<typeof createMemoryRouter>;
}

/** Opens the real app at an address, with all its routes, on a made-up server. */
export function renderApp(server: FakeServer, address: string | Partial<Location>): App {
  const client = new ApolloClient({ link: server.link, cache: createCache() });
  forgetGoneConnections(client.cache);
  const router = createMemoryRouter(createRoutes(client), { initialEntries: [address] });
  const result = render(
    <Providers client={client} env="test">
      <RouterProvider router={router} />
    </Providers>,
  );
  return { ...result, client, router };
}

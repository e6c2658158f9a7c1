import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { createClient } from './apollo/create-client';
import { forgetGoneConnections } from './apollo/forget-gone-connections';
import { Providers } from './app/providers';
import { createRouter } from './app/router';
import { leaveDeletedAccount, leaveEndedSession } from './app/session-end';
import { readNonce } from './lib/csp-nonce';
import { onAccountDeleted } from './lib/other-windows';
import './ui/theme/styles';

const nonce = readNonce();
// Mantine's dialogs lock the scroll through a library that asks get-nonce for the nonce of its styles.
if (nonce !== undefined) setNonce(nonce);

const client = createClient(() => void leaveEndedSession(client, router));
const router = createRouter(client);
forgetGoneConnections(client.cache);
onAccountDeleted(() => void leaveDeletedAccount(client, router));

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root to draw in.');
createRoot(root).render(
  <StrictMode>
    <Providers client={client} {...(nonce === undefined ? {} : { nonce })}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);

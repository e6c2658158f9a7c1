import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { LiveRegions } from '../ui/live-regions';
import { cssVariablesResolver } from '../ui/theme/css-variables';
import { theme } from '../ui/theme/theme';

interface ProvidersProps {
  client: ApolloClient;
  children: ReactNode;
  /** The nonce that styles made while running must carry; absent in tests. */
  nonce?: string;
  /** `test` turns Mantine's transitions off. */
  env?: 'default' | 'test';
}

/** Everything a screen may count on: data, theme, live regions. */
export function Providers({ client, children, nonce, env = 'default' }: ProvidersProps) {
  return (
    <ApolloProvider client={client}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        // Every variable comes from our theme while running, so their defaults need not be shipped as CSS.
        deduplicateCssVariables={false}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce ?? ''}
        env={env}
      >
        <LiveRegions>{children}</LiveRegions>
      </MantineProvider>
    </ApolloProvider>
  );
}

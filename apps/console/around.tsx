/** What every screen stands in: look, questions to the server, words. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryClient } from './api/client.ts';
import { type Catalogue, I18nProvider } from './i18n/i18n.tsx';
import { styleNonce } from './style-nonce.ts';
import { cssVariables, theme } from './theme.ts';

export function Around({ overlay, children }: { overlay?: Catalogue | undefined; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <I18nProvider overlay={overlay}>{children}</I18nProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

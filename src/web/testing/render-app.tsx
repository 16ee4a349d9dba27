import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render, type RenderResult } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createQueryClient } from '#web/api/query-client.ts';
import { routes } from '#web/routes.tsx';

// A busy machine takes longer than the default second to draw a page of many links.
configure({ asyncUtilTimeout: 8000 });

export interface RenderedApp extends RenderResult {
  router: ReturnType<typeof createMemoryRouter>;
}

/** The whole app at an address, as `main.tsx` mounts it, but for a history that lives in memory. */
export function renderApp(address: string): RenderedApp {
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const result = render(<QueryClientProvider client={client}><RouterProvider router={router} /></QueryClientProvider>);
  return { ...result, router };
}

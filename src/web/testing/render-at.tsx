import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, render, type RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { Picture } from '#core/picture/picture.ts';
import { PictureProvider } from '#web/api/PictureProvider.tsx';

/** An answer is first parsed against the contract, whose schemas take their time to load on a busy machine. */
configure({ asyncUtilTimeout: 10_000 });

/** Draws a page at an address with a picture, as the page frame would. */
export function renderAt(page: ReactElement, address: string, picture: Picture): RenderResult {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter([{ path: '*', element: <PictureProvider picture={picture}>{page}</PictureProvider> }], { initialEntries: [address] });
  return render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

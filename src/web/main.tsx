import { QueryClientProvider } from '@tanstack/react-query';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { say } from '#language/say.ts';
import { createQueryClient } from '#web/api/query-client.ts';
import { endpointQuery } from '#web/api/request.ts';
import { keepAppForOffline } from '#web/offline/keep-app.ts';
import { speakAsAsked } from '#web/language.ts';
import { routes } from '#web/routes.tsx';
import { paceFirstPage } from '#web/ui/InParts.tsx';
import { parseViewDates } from '#web/url/view-dates.ts';
import '#web/theme/base.css';

/** Hands the API to the real server code in the browser. Only in mock mode; absent from production bundles. */
async function startMocks(): Promise<void> {
  const found = import.meta.glob<{ startMocks: () => Promise<void> }>('./start-mocks.ts');
  for (const load of Object.values(found)) await (await load()).startMocks();
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element with the id root');
  await speakAsAsked();
  if (import.meta.env.MODE === 'mock') {
    root.textContent = say('Loading the sample company into this browser…');
    await startMocks();
    root.textContent = '';
  }
  const client = createQueryClient();
  // Every page is drawn from the picture: it is on its way while the frame around it is drawn.
  void client.prefetchQuery(endpointQuery('pictureView', {}, parseViewDates(new URLSearchParams(location.search))));
  paceFirstPage();
  // The page answers in between, and its request leaves before the router is made.
  await new Promise((resolve) => { setTimeout(resolve, 0); });
  startTransition(() => {
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <RouterProvider router={createBrowserRouter(routes)} />
        </QueryClientProvider>
      </StrictMode>,
    );
  });
  if (import.meta.env.PROD && import.meta.env.MODE !== 'mock') keepAppForOffline();
}

void start();

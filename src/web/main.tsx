import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { say } from '#language/say.ts';
import { createQueryClient } from '#web/api/query-client.ts';
import { keepAppForOffline } from '#web/offline/keep-app.ts';
import { speakAsAsked } from '#web/language.ts';
import { routes } from '#web/routes.tsx';
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
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={createBrowserRouter(routes)} />
      </QueryClientProvider>
    </StrictMode>,
  );
  if (import.meta.env.PROD && import.meta.env.MODE !== 'mock') keepAppForOffline();
}

void start();

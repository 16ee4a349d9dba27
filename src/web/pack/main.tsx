import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createHashRouter, RouterProvider } from 'react-router';
import { say } from '#language/say.ts';
import { createQueryClient } from '#web/api/query-client.ts';
import { answerFrom } from '#web/api/request.ts';
import { speak } from '#web/language.ts';
import { openEmbeddedPack, type OpenedPack } from '#web/pack/embedded-pack.ts';
import { PackContext } from '#web/pack/pack-context.ts';
import { packRoutes } from '#web/pack/pack-routes.tsx';
import { packSource } from '#web/pack/pack-source.ts';
import '#web/theme/base.css';
import '#web/pack/pack.css';

/** The same app as the live one over the picture in this file; it asks no network, and its addresses stand after the #. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The file has no element with the id root.');
  try {
    const pack = await openEmbeddedPack(document);
    await speak(pack.record.language ?? 'en');
    show(root, pack);
  } catch (error) {
    root.textContent = say('This pack cannot be opened: {reason} Ask for the file again.', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function show(root: HTMLElement, pack: OpenedPack): void {
  answerFrom(packSource(pack.record));
  createRoot(root).render(
    <StrictMode>
      <PackContext value={pack}>
        <QueryClientProvider client={createQueryClient()}>
          <RouterProvider router={createHashRouter(packRoutes())} />
        </QueryClientProvider>
      </PackContext>
    </StrictMode>,
  );
}

void start();

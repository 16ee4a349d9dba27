import { setupWorker } from 'msw/browser';
import { z } from 'zod';
import { apiHandlers } from '#mocks/handlers.ts';
import { startMockApp } from '#mocks/mock-app.ts';
import { scenarioOf } from '#mocks/scenarios.ts';

/** Answers the page's own API from inside the browser, by the scenario its address names. */
export async function startMockWorker(): Promise<void> {
  const scenario = scenarioOf(new URLSearchParams(location.search).get('scenario'));
  const { app } = await startMockApp({ scenario, sample: { dump: sampleDump }, caseFiles, hosts: [location.host] });
  await setupWorker(...apiHandlers(app, scenario)).start({ onUnhandledRequest: 'bypass', quiet: true });
}

/** Made by the bundler's host from the sample's files, through the importers (`halden-maker/make-dump.ts`). */
async function sampleDump(): Promise<Blob> {
  const answer = await fetch('/mock-sample.tar.gz');
  if (!answer.ok) throw new Error(`The sample database did not load: ${await answer.text()}`);
  return answer.blob();
}

const textFiles = z.array(z.object({ name: z.string(), text: z.string() }));

/** Gathered by the bundler's host from the folder the server reads them from. */
async function caseFiles(): Promise<z.infer<typeof textFiles>> {
  const answer = await fetch('/mock-cases.json');
  if (!answer.ok) throw new Error(`The documented cases did not load: ${await answer.text()}`);
  return textFiles.parse(await answer.json());
}

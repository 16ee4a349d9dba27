import { setupWorker } from 'msw/browser';
import { apiHandlers } from '#mocks/handlers.ts';
import { startMockApp } from '#mocks/mock-app.ts';
import { sampleFiles } from '#mocks/sample-in-browser.ts';
import { scenarioOf } from '#mocks/scenarios.ts';

/** Answers the page's own API from inside the browser, by the scenario its address names. */
export async function startMockWorker(): Promise<void> {
  const scenario = scenarioOf(new URLSearchParams(location.search).get('scenario'));
  const { app } = await startMockApp({ scenario, sample: sampleFiles, hosts: [location.host], onStep: tellTitle });
  await setupWorker(...apiHandlers(app, scenario)).start({ onUnhandledRequest: 'bypass', quiet: true });
}

/** The page is still empty while the sample loads; its title says how far that is. */
function tellTitle(done: number, of: number): void {
  document.title = done === of ? 'Whose Call' : `Loading the sample, ${done} of ${of}`;
}

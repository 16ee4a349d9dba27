/**
 * Hands the API to the real server code in the browser. The one place the web app reaches mocks from: dynamically, and
 * behind the build mode, so that a production bundle holds none of it.
 */
export async function startMocks(): Promise<void> {
  if (import.meta.env.MODE === 'mock') {
    const { startMockWorker } = await import('#mocks/browser.ts');
    await startMockWorker();
  }
}

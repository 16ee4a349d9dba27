import type { TestProject } from 'vitest/node';
import { startServer } from '#test/support/running-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the product, started as `npm start` does, with the sample company in it. */
    companyUrl: string;
  }
}

/**
 * Starts the product once for all browser tests, over the web app that `npm run build` has built. While a test is being
 * written, `WHOSE_CALL_URL` names one that already runs with the sample company.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env['WHOSE_CALL_URL'];
  if (running !== undefined) {
    project.provide('companyUrl', running);
    return () => Promise.resolve();
  }
  const server = await startServer();
  project.provide('companyUrl', server.url);
  return () => server.stop();
}

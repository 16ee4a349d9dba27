import type { TestProject } from 'vitest/node';
import { startServer } from '#test/support/running-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the product, started as `npm start` does, with the sample company in it. */
    companyUrl: string;
  }
}

/** Starts the product once for all browser tests, over the web app that `npm run build` has built. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  project.provide('companyUrl', server.url);
  return () => server.stop();
}

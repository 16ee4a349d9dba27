import { delay, http, type HttpHandler } from 'msw';
import { problemResponse } from '#server/access/refusal.ts';
import type { Scenario } from '#mocks/scenarios.ts';

type App = (request: Request) => Promise<Response>;

/**
 * Of any host: outside a browser there is no page an address could be relative to, and the app checks the host itself.
 * With the version: in development the modules of the web app under `api/` are served from `/api/` too.
 */
const ADDRESSES = ['*/api/v1/*', '*/healthz', '*/readyz'] as const;

/**
 * Hands what the page asks of the API to the real app; mocks nothing about it. A scenario may make it slow, or
 * answer one address with a problem as the app would if its store broke.
 */
export function apiHandlers(app: App, scenario: Scenario): readonly HttpHandler[] {
  return ADDRESSES.map((address) =>
    http.all(address, async ({ request }) => {
      if (scenario.delay > 0) await delay(scenario.delay);
      const { pathname } = new URL(request.url);
      if (scenario.troubled.includes(pathname)) return problemResponse('out-of-order', {}, `scenario ${scenario.name}`);
      return app(request);
    }),
  );
}

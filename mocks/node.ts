import { setupServer, type SetupServer } from 'msw/node';
import { apiHandlers } from '#mocks/handlers.ts';
import { scenarioOf, type Scenario } from '#mocks/scenarios.ts';

/** For tests that run pages outside a browser: hands their requests to an app. A request to anywhere else is an error. */
export function mockServer(app: (request: Request) => Promise<Response>, scenario: Scenario = scenarioOf('normal')): SetupServer {
  return setupServer(...apiHandlers(app, scenario));
}

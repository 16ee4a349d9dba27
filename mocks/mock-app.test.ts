import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { pictureSchema } from '#contract/picture.ts';
import { problemSchema } from '#contract/problem.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { startMockApp, type MockApp } from '#mocks/mock-app.ts';
import { mockServer } from '#mocks/node.ts';
import { scenarioOf } from '#mocks/scenarios.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const HOST = 'pages.example';
const sample = () => Promise.resolve([
  memorySource('load.json', JSON.stringify({ sampleAsOf: '2026-06-30', organisation: 'Acme', steps: [{ at: '2026-06-01', paths: ['teams.yaml'] }] })),
  memorySource('teams.yaml', 'schema: whose-call/1\nteams: [{ id: pay, kind: engineering }]\n'),
]);

let mock: MockApp;
let server: ReturnType<typeof mockServer> | undefined;
beforeAll(async () => {
  mock = await startMockApp({ scenario: scenarioOf('normal'), sample: { files: sample }, hosts: [HOST] });
});
afterAll(() => mock.store.close());
afterEach(() => {
  server?.close();
  server = undefined;
});

function listenAs(name: string): void {
  server = mockServer(mock.app, scenarioOf(name));
  server.listen({ onUnhandledRequest: 'error' });
}

describe('the mock API', () => {
  test('is the real app: a page gets the picture of the sample through its own fetch', async () => {
    listenAs('normal');
    const picture = pictureSchema.parse(await (await fetch(`http://${HOST}/api/v1/picture`)).json());
    expect([picture.asOf, picture.organisation, picture.sample, picture.teams.length]).toEqual(['2026-06-30', 'Acme', true, 1]);
  });

  test('refuses what the real app refuses, and takes its acts', async () => {
    listenAs('normal');
    expect((await fetch(`http://${HOST}/api/v1/findings?limit=0`)).status).toBe(400);
    const act = await fetch(`http://${HOST}/api/v1/risks/none/owner`, {
      method: 'POST', body: '{"personId":"x"}', headers: { 'Content-Type': 'application/json', 'X-Whose-Call': '1' },
    });
    expect(problemSchema.parse(await act.json()).status).toBe(404);
  });

  test.each([['picture-error', '/api/v1/picture'], ['findings-error', '/api/v1/findings']])('in scenario %s answers %s with a problem and everything else as ever', async (name, path) => {
    listenAs(name);
    expect(problemSchema.parse(await (await fetch(`http://${HOST}${path}`)).json()).status).toBe(500);
    expect((await fetch(`http://${HOST}/readyz`)).status).toBe(200);
  });

  test('asks for the sample only where the scenario needs it', async () => {
    const asked = vi.fn(sample);
    const empty = await startMockApp({ scenario: scenarioOf('empty'), sample: { files: asked }, hosts: [HOST] });
    expect(asked).not.toHaveBeenCalled();
    const picture = pictureSchema.parse(await (await empty.app(new Request(`http://${HOST}/api/v1/picture`))).json());
    expect([picture.risks, picture.sample]).toEqual([[], false]);
    await empty.store.close();
  });

  test('shows the sample under a name no scenario has', () => {
    expect([scenarioOf('nothing').name, scenarioOf(null).name, scenarioOf('slow').delay]).toEqual(['normal', 'normal', 3_000]);
  });
});

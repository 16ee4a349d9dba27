import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { csvOf } from '#core/csv-text.ts';
import { evaluationReport } from '#core/flags/evaluation-report.ts';
import { nistRegister } from '#core/picture/nist-register.ts';
import { registerTable } from '#core/picture/register-table.ts';
import { indexRecord } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { endpoints } from '#contract/endpoints.ts';
import { pictureSchema } from '#contract/picture.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { workspaceLines } from '#importers/workspace/write-workspace.ts';
import { allFiles } from '#mocks/halden-maker/files/all-files.ts';
import { startMockApp, type MockApp } from '#mocks/mock-app.ts';
import { scenarioOf } from '#mocks/scenarios.ts';
import type { Entry } from '#core/record/entry.ts';
import { commandLine } from '#test/support/command-line.ts';
import { personColumns, personCounts, type PersonCount } from '#test/support/person-counts.ts';
import { unsayable } from '#test/support/said-sentences.ts';

// The whole sample goes through the real importers.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const HOST = 'pages.example';

/** Numbers that may stand beside a person: each is of one risk, one grant or one piece, and none adds up over a person. */
const ofOneThing: readonly RegExp[] = [
  // Who could decide ONE risk: how far up the line, up to which limit, and how long the brief about it would be.
  /risks\[\]\.candidates\[\] (hops|limit|unseen)$/,
  /risks\[\]\.lowest\.briefUp (pieces|minutes)$/,
  /risks\[\]\.lowest\.grantDown atLeast$/,
  /risks\[\]\.information (unseen|material)$/,
  // The range of ONE risk or of one recorded loss, beside who estimated it.
  /(risks\[\]\.exposure|losses\[\]\.range) (low|high|rateLow|rateHigh|max|offByFactor)$/,
];

function unexplained(counts: readonly PersonCount[]): readonly string[] {
  return counts.map(({ path, field }) => `${path} ${field}`).filter((place) => !ofOneThing.some((one) => one.test(place)));
}

let mock: MockApp;
let entries: Entry[];
let people: ReadonlySet<string>;
const isPerson = (text: string) => people.has(text);
const commands = commandLine();

beforeAll(async () => {
  const files = [...allFiles()].map(([path, text]) => memorySource(path, text));
  mock = await startMockApp({ scenario: scenarioOf('normal'), sample: { files: () => Promise.resolve(files) }, hosts: [HOST] });
  entries = [];
  for await (const entry of mock.store.allEntries()) entries.push(entry);
  people = new Set(entries.flatMap((entry) => (entry.kind === 'persons' && entry.entity.kind !== 'mailbox' ? [entry.entity.id, entry.entity.name ?? entry.entity.id] : [])));
});
afterAll(async () => {
  commands.remove();
  await mock.store.close();
});

/** One call of every endpoint; a new endpoint without one does not compile. */
const calls: Readonly<Record<keyof typeof endpoints, { query?: string; id?: string; body?: unknown }>> = {
  pictureView: {}, findingList: { query: '?limit=200' }, riverView: { query: '?team=payments' }, findingView: { id: 'finding' }, search: { query: '?q=a' }, importList: {}, importSend: { body: {} }, sourceList: {}, heldScanSettle: { id: 'held', body: {} },
  caseList: {}, caseReplay: { id: 'equifax-2017' }, recordExport: {}, policyView: {}, policyPreview: { body: { changes: {} } },
  briefingSend: { id: 'risk', body: {} }, evidenceAcknowledge: { id: 'evidence', body: {} }, riskEscalate: { id: 'risk', body: {} },
  ownerPropose: { id: 'risk', body: {} }, ownerAnswer: { id: 'risk', body: {} }, mappingList: {}, mappingMake: { body: {} }, mappingWithdraw: { id: 'map', body: {} },
  mappingPreview: { body: { mapping: { way: 'derive', findings: { kind: 'query', query: 'reach=unmapped&team=payments' } } } }, dueDateSet: { id: 'risk', body: {} }, decisionRecord: { id: 'risk', body: {} },
  grantGive: { body: {} }, exposureEstimate: { id: 'risk', body: {} }, policySave: { body: {} }, packSeal: { body: {} },
};

async function answerOf(name: keyof typeof endpoints): Promise<unknown> {
  const { method, path } = endpoints[name];
  const { query = '', id = '', body } = calls[name];
  const held = entries.find((entry) => entry.kind === (id === 'finding' ? 'findings' : id === 'evidence' ? 'evidence' : 'risks'))?.entity.id ?? id;
  const url = `http://${HOST}${path.replace(':id', encodeURIComponent(id.includes('-') ? id : held))}${query}`;
  const request = method === 'GET' ? new Request(url) : new Request(url, {
    method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'X-Whose-Call': '1' },
  });
  const text = await (await mock.app(request)).text();
  const value: unknown = JSON.parse(text);
  return value;
}

describe('no answer of the API ranks people', () => {
  test.each(Object.keys(endpoints).filter((name): name is keyof typeof endpoints => Object.hasOwn(endpoints, name)))('%s', async (name) => {
    expect(unexplained(personCounts(await answerOf(name), isPerson))).toEqual([]);
  });

  test('nor does any past date of the picture', async () => {
    const response = await mock.app(new Request(`http://${HOST}/api/v1/picture?asOf=2026-06-30&against=2026-01-31`));
    expect(unexplained(personCounts(await response.json(), isPerson))).toEqual([]);
  });
});

describe('no sentence of the sample company judges anybody or makes a person the subject of a lack', () => {
  test.each(['2026-11-21', '2026-09-30', '2026-06-30', '2026-03-31'])('as of %s', async (day) => {
    const response = await mock.app(new Request(`http://${HOST}/api/v1/picture?asOf=${day}&against=2026-01-31`));
    expect(unsayable(pictureSchema.parse(await response.json()))).toEqual([]);
  });
});

describe('no export and no command ranks people', () => {
  test('the record as one file', () => {
    expect(unexplained(personCounts(JSON.parse([...workspaceLines(entries)].join('')), isPerson))).toEqual([]);
  });

  test('the register, as a table and in the fields of NIST', () => {
    const index = indexRecord(viewAsOf(entries, '2026-11-21'));
    const rows = registerTable(index).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
    expect(csvOf(rows)).not.toBe('');
    expect(personColumns(rows, isPerson)).toEqual([]);
    expect(unexplained(personCounts(nistRegister(index), isPerson))).toEqual([]);
  });

  test('evaluate --json, as printed', async () => {
    const file = join(commands.folder, 'record.json');
    writeFileSync(file, [...workspaceLines(entries)].join(''));
    const { code, printed } = await commands.run('evaluate', file, '--as-of', '2026-11-21', '--json');
    expect(code).toBe(0);
    const report: unknown = JSON.parse(printed);
    expect(unexplained(personCounts(report, isPerson))).toEqual([]);
    expect(evaluationReport(viewAsOf(entries, '2026-11-21')).flags.length).toBeGreaterThan(0);
  });
});

describe('the search for counts of people', () => {
  const known = (text: string) => ['ana', 'ben', 'Ana Roy'].includes(text);

  test.each([
    ['an object keyed by people', { waiting: { ana: 3, ben: 1 } }, ['.waiting {person}']],
    ['rows of people with a count', { rows: [{ personId: 'ana', open: 3 }, { personId: 'ben', open: 1 }] }, ['.rows[] open']],
    ['people with a score among their own fields', { persons: [{ id: 'ana', name: 'Ana Roy', score: 0.7 }] }, ['.persons[] score']],
    ['people by name', [{ who: 'Ana Roy', late: 4 }], ['[] late']],
    ['a count two steps below a person', { people: { ana: { flags: 2 } } }, ['.people.{person} flags']],
    ['a flag about a person with a number of its own', [{ flag: 'A9', subject: 'ana', count: 4 }], ['[] count']],
  ])('finds %s', (_, value, places) => {
    expect(unexplained(personCounts(value, known))).toEqual(places);
  });

  test('leaves a risk with an owner and a size alone, and a person without a number', () => {
    expect(personCounts([{ id: 'r-1', ownerId: 'ana', high: 5 }, { riskId: 'r', byId: 'ben', days: 3 }], known)).toEqual([]);
    expect(personCounts([{ id: 'ana', teamId: 'pay' }], known)).toEqual([]);
  });

  test('finds a table of people by a count, and leaves a register with owners alone', () => {
    expect(personColumns([['Owner', 'Open'], ['ana', '3'], ['ben', '1']], known)).toEqual([{ path: 'Owner', field: 'Open' }]);
    expect(personColumns([['Risk', 'Owner', 'High'], ['r1', 'ana', '5'], ['r2', 'ana', '7']], known)).toEqual([]);
  });
});

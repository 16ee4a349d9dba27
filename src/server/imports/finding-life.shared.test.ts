import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from '#core/record/entities.ts';
import { viewAsOf } from '#core/record/view.ts';
import { decisionsByNobody } from '#core/sources/unowned.ts';
import { importers } from '#importers/detect.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { importSources } from '#server/imports/import-sources.ts';
import type { Store } from '#store/store.ts';
import { emptyStore } from '#test/support/test-store.ts';
import { sharedFile } from '#test/support/shared-data.ts';

/** Rows of a report, where its last one stands; taking one out is a scan that no longer finds it. */
type Rows = (report: Record<string, never>) => unknown[];

interface RealFile {
  path: string;
  /** Absent where the format, or the file, does not say what it covered: then nothing ends. */
  rows?: Rows;
  /** Decisions the file carries, and how many of them without their maker. */
  decisions?: readonly [all: number, byNobody: number];
}

/** Reads a path of a JSON value as a list. */
function listAt(...path: readonly (string | number)[]): Rows {
  return (report) => {
    const list = path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), report);
    return Array.isArray(list) ? list : [];
  };
}

const files: readonly RealFile[] = [
  { path: 'data/sarif/codeql-dd.sarif' },
  { path: 'data/sarif/msft-Suppressions.sarif', decisions: [5, 5] },
  { path: 'data/sarif/taint-python-report.sarif' },
  { path: 'data/cyclonedx/dd-issue_9277.json', rows: listAt('vulnerabilities') },
  { path: 'data/trivy/cvssv4_severity_source.json', rows: listAt('Results', 0, 'Vulnerabilities') },
  { path: 'data/trivy/npm-with-suppressed.json', decisions: [1, 1] },
  { path: 'data/grype/many_vulns3.json', rows: listAt('matches') },
  { path: 'data/osv-scanner/many_findings.json' },
  { path: 'data/dependency-track-fpf/many_findings_with_alias.json', rows: listAt('findings') },
  { path: 'data/github-alerts/code_scanning_alert.closed-by-user.json' },
  { path: 'data/github-alerts/repository_vulnerability_alert.dismiss.json' },
  { path: 'data/defectdojo-generic/generic_report1.json' },
];

async function take(store: Store, name: string, text: string, at: string, completeScan = false) {
  const [report] = await importSources({
    store, sources: [memorySource(name, text)], importers, options: { at, recordedBy: 'test', defaults: { serviceId: 'shop' }, completeScan },
  });
  return report;
}

async function all(store: Store): Promise<readonly Finding[]> {
  const entries = [];
  for await (const entry of store.allEntries()) entries.push(entry);
  return [...viewAsOf(entries, '2026-11-21').findings.values()];
}

/** The report as a tool writes it two weeks later: the same rows, at another time. */
function dated(report: string, day: string): string {
  return report
    .replaceAll(/("(?:CreatedAt|timestamp|startTimeUtc|endTimeUtc)"\s*:\s*)"[^"]*"/g, `$1"${day}T00:00:00Z"`);
}

const present = files.flatMap((file) => {
  const path = sharedFile(file.path);
  return path === undefined ? [] : [{ ...file, name: basename(path), text: readFileSync(path, 'utf8') }];
});

test.each(present)('the findings of $path are the same findings when the file comes again, and what is decided about them stays beside them', async ({ name, text, decisions }) => {
  const store = await emptyStore();
  const first = await take(store, name, text, '2026-11-01');
  const findings = await all(store);
  expect(findings.length).toBeGreaterThan(0);
  expect(await take(store, name, text, '2026-11-15')).toMatchObject({ added: 0, refused: false });
  expect((await all(store)).map(({ id }) => id).toSorted()).toEqual(findings.map(({ id }) => id).toSorted());
  const entries = await store.entries('2026-11-21');
  const view = viewAsOf(entries, '2026-11-21');
  const carried = [...view.decisions.values()];
  const byNobody = decisionsByNobody(view);
  expect(byNobody.map(({ id }) => id).toSorted()).toEqual(carried.flatMap(({ id, byId }) => (byId === undefined ? [id] : [])).toSorted());
  if (decisions !== undefined) expect([carried.length, byNobody.length]).toEqual(decisions);
  const ids = new Set(findings.map(({ id }) => id));
  for (const { findingId } of carried) expect(ids.has(findingId ?? '')).toBe(true);
  expect(first?.rejected).toEqual([]);
});

test.each(present.filter(({ rows }) => rows !== undefined))('the findings of $path end when a complete scan no longer has them, and open again when one has', async ({ name, text, rows }) => {
  const store = await emptyStore();
  await take(store, name, dated(text, '2026-11-01'), '2026-11-02', true);
  const before = await all(store);
  const report: Record<string, never> = JSON.parse(dated(text, '2026-11-08'));
  const list = rows?.(report) ?? [];
  list.pop();
  await take(store, name, JSON.stringify(report), '2026-11-09', true);
  const after = await all(store);
  const ended = after.filter(({ fixedAt }) => fixedAt !== undefined);
  const fixedBefore = new Set(before.filter(({ fixedAt }) => fixedAt !== undefined).map(({ id }) => id));
  expect(ended.filter(({ id }) => !fixedBefore.has(id)).length).toBe(1);
  await take(store, name, dated(text, '2026-11-15'), '2026-11-16', true);
  expect((await all(store)).filter(({ fixedAt }) => fixedAt !== undefined).map(({ id }) => id).toSorted()).toEqual([...fixedBefore].toSorted());
});

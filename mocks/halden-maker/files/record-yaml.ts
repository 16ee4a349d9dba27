import { WORKSPACE_SCHEMA } from '#core/record/workspace.ts';
import { processes } from '#mocks/halden-maker/company/processes.ts';
import { releases } from '#mocks/halden-maker/company/releases.ts';
import { CATALOG_DAY } from '#mocks/halden-maker/files/catalog.ts';
import { yamlText, type FileSet } from '#mocks/halden-maker/files/file-set.ts';
import { listedJson } from '#mocks/halden-maker/findings/json-lines.ts';
import { tracedFindings } from '#mocks/halden-maker/findings/traced.ts';
import { scales, tolerance } from '#mocks/halden-maker/risks/money.ts';
import { packs } from '#mocks/halden-maker/risks/packs.ts';
import { risksOf } from '#mocks/halden-maker/risks/overlay.ts';
import { riskRecord } from '#mocks/halden-maker/risks/record.ts';
import { TODAY, type Day } from '#mocks/halden-maker/risks/risk.ts';

/** A quarter of the sample, by the days on which its entries were recorded. */
export interface Quarter {
  name: string;
  from: Day;
  to: Day;
}

export const quarters: readonly Quarter[] = [
  { name: '2025-q4', from: '0000-01-01', to: '2025-12-31' },
  { name: '2026-q1', from: '2026-01-01', to: '2026-03-31' },
  { name: '2026-q2', from: '2026-04-01', to: '2026-06-30' },
  { name: '2026-q3', from: '2026-07-01', to: '2026-09-30' },
  { name: '2026-q4', from: '2026-10-01', to: TODAY },
];

/** What the catalog and the register cannot say, in the workspace format: one file a quarter, and a few of their own. */
export function recordFiles(): FileSet {
  const files = new Map<string, string>();
  files.set('record/release-processes.yaml', workspace({ processes: processes.map((one) => ({ ...one, recordedAt: CATALOG_DAY })) }));
  files.set('record/policy.yaml', workspace({
    policy: [{ id: 'policy', version: '2026-1', currency: 'USD', reserved: ['licence'], scales, tolerance, recordedAt: CATALOG_DAY }],
  }));
  files.set('record/posts-and-mailboxes.yaml', workspace({
    persons: [
      { id: 'data-platform-duty', kind: 'group', name: 'Data platform duty rota', teamId: 'data-platform', recordedAt: CATALOG_DAY },
      { id: 'vendor-risk', kind: 'mailbox', name: 'vendor-risk@halden.example', recordedAt: CATALOG_DAY },
      { id: 'head-of-data-governance', kind: 'role', name: 'Head of data governance', teamId: 'data-platform', recordedAt: CATALOG_DAY },
      // Nobody in the company is above the chair; a catalog would take whoever leads the group.
      {
        id: 'ingrid.solheim', kind: 'person', name: 'Ingrid Solheim', title: 'Chair, board risk committee',
        teamId: 'board-risk-committee', recordedAt: `${CATALOG_DAY}T12:00:00Z`,
      },
      { id: 'duty-manager-payments', kind: 'role', name: 'Payments duty manager', teamId: 'payments', holderId: 'tomasz.zielinski', recordedAt: CATALOG_DAY },
    ],
  }));
  files.set('record/leavers-2026-09.yaml', workspace({
    persons: [
      {
        id: 'stefan.krueger', kind: 'person', name: 'Stefan Krüger', title: 'Team lead, Settlement', teamId: 'settlement',
        managerId: 'ana.ruiz', to: '2026-09-11', recordedAt: '2026-09-11',
      },
    ],
  }));
  for (const quarter of quarters) {
    files.set(`record/${quarter.name}.yaml`, quarterText(quarter));
    const findings = tracedFindings(quarter.from, quarter.to);
    files.set(`record/${quarter.name}-findings.json`, listedJson({ schema: WORKSPACE_SCHEMA }, [{ name: 'findings', items: findings }]));
  }
  return files;
}

function quarterText(quarter: Quarter): string {
  const record = riskRecord();
  return workspace({
    releases: within(quarter, releases()),
    risks: risksOf(quarter.from, quarter.to),
    evidence: within(quarter, record.evidence),
    acks: within(quarter, record.acks),
    briefings: within(quarter, record.briefings),
    decisions: within(quarter, record.decisions),
    escalations: within(quarter, record.escalations),
    steps: within(quarter, record.steps),
    packs: within(quarter, packs()),
    events: within(quarter, record.events),
  });
}

function within<T extends { recordedAt?: string | undefined }>(quarter: Quarter, entries: readonly T[]): readonly T[] {
  return entries
    .filter(({ recordedAt }) => recordedAt !== undefined && recordedAt >= quarter.from && recordedAt <= quarter.to)
    .toSorted((a, b) => (a.recordedAt ?? '').localeCompare(b.recordedAt ?? '', 'en'));
}

function workspace(lists: Readonly<Record<string, readonly unknown[]>>): string {
  const filled = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  return yamlText({ schema: WORKSPACE_SCHEMA, ...filled });
}

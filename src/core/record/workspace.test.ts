import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryKinds, type Entry } from '#core/record/entry.ts';
import { entriesOf, workspaceOf, WORKSPACE_SCHEMA } from '#core/record/workspace.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';

/** Entries in the order of loading, each kind in the order it was given. */
function inLoadingOrder(entries: readonly Entry[]): readonly Entry[] {
  return entryKinds.flatMap((kind) => entries.filter((entry) => entry.kind === kind));
}

describe('workspace', () => {
  test('entries to a workspace and back lose and change nothing', () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        expect(entriesOf(workspaceOf(entries))).toEqual(inLoadingOrder(entries));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('a workspace survives a file', () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        const workspace = workspaceOf(entries);
        expect(JSON.parse(JSON.stringify(workspace))).toEqual(workspace);
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  test('an entity keeps its own fields apart from the stamp, and no key without a value', () => {
    const [entry] = entriesOf({ schema: WORKSPACE_SCHEMA, teams: [{ id: 'orders', kind: 'engineering', recordedAt: '2026-01-01', basis: 'reported' }] });
    expect(entry).toStrictEqual({ kind: 'teams', entity: { id: 'orders', kind: 'engineering' }, stamp: { recordedAt: '2026-01-01', basis: 'reported' } });
  });

  test('a finding keeps the tool it came from apart from where the record has it from', () => {
    const entries: Entry[] = [{ kind: 'findings', entity: { id: 'f', serviceId: 's', at: '2026-01-01', severity: 'high', source: 'Semgrep' }, stamp: { source: 'scan.sarif' } }];
    const workspace = workspaceOf(entries);
    expect(workspace.findings).toStrictEqual([{ id: 'f', serviceId: 's', at: '2026-01-01', severity: 'high', source: 'Semgrep', recordedFrom: 'scan.sarif' }]);
    expect(entriesOf(workspace)).toStrictEqual(entries);
  });

  test('kinds without an entry are left out, an empty record is only its schema', () => {
    expect(workspaceOf([])).toEqual({ schema: WORKSPACE_SCHEMA });
    expect(entriesOf({ schema: WORKSPACE_SCHEMA })).toEqual([]);
  });
});

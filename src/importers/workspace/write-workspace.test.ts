import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOfReading, readWorkspace } from '#importers/workspace/read-workspace.ts';
import { writeWorkspace, writeWorkspaceYaml } from '#importers/workspace/write-workspace.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';

describe('a workspace that is written and read again', () => {
  it('holds the same entries in JSON, and from then on the same bytes', () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        const text = writeWorkspace(entries);
        const reading = readWorkspace(text, 'export.json');
        expect(reading).toMatchObject({ rejected: [], repaired: [], notes: [] });
        expect(entriesOfReading(reading)).toEqual(entries);
        const again = writeWorkspace(entriesOfReading(reading));
        expect(writeWorkspace(entriesOfReading(readWorkspace(again, 'again.json')))).toBe(again);
      }),
      { seed: 20_261_121, numRuns: 80 },
    );
  }, 60_000);

  it('holds the same entries in YAML', () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        const reading = readWorkspace(writeWorkspaceYaml(entries), 'export.yaml');
        expect(reading).toMatchObject({ rejected: [], repaired: [], notes: [] });
        expect(entriesOfReading(reading)).toEqual(entries);
      }),
      { seed: 20_261_121, numRuns: 30 },
    );
  }, 60_000);

  it('quotes in YAML what older tools would read as something else', () => {
    const yaml = writeWorkspaceYaml([{ kind: 'teams', entity: { id: 'NO', kind: 'business', from: '2026-01-01' }, stamp: {} }]);
    expect(yaml).toBe('schema: whose-call/1\nteams:\n  - id: "NO"\n    kind: business\n    from: "2026-01-01"\n');
  });

  it('has one row a line', () => {
    expect(writeWorkspace([{ kind: 'teams', entity: { id: 'a', kind: 'business' }, stamp: { basis: 'documented' } }])).toBe(
      '{\n"schema": "whose-call/1",\n"teams": [\n{"id":"a","kind":"business","basis":"documented"}\n]\n}\n',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { memorySource } from '#importers/reading/memory-source.ts';
import { workspaceImporter } from '#importers/workspace/workspace-importer.ts';
import { importContext, itemsOf } from '#test/support/import-context.ts';

describe('the workspace importer', () => {
  it.each([
    ['{"schema": "whose-call/1"}', true],
    ['schema: whose-call/1\n', true],
    ['{\n  "schema": "whose-call-case/1"', true],
    ['# ours\nteams:\n  - id: a\n', true],
    ['schema: whose-call/1\nsteps: []\n', true],
    ['persons: [{id: a}]\nteams: []\n', true],
    ['{"teams": [', true],
    ['teams:\n  provider-aws:\n    members: []\n', false],
    ['teams:\n  - id: a\nother: 1\n', false],
    ['services:\n  web:\n    image: x\n', false],
    ['{"findings": [{"title": "x"}]}', false],
    ['{"version":"2.1.0","runs":[]}', false],
    ['sigs:\n  - dir: sig-a\n', false],
    ['id,name\n1,2\n', false],
    ['', false],
  ])('recognises %j: %s', (start, expected) => {
    expect(workspaceImporter.detects(start, 'file')).toBe(expected);
  });

  it('stamps what the file does not say with the batch, and leaves what it says', async () => {
    const source = memorySource('r.yaml', 'teams:\n  - {id: a, kind: business}\n  - {id: b, kind: business, recordedAt: 2025-01-01, recordedBy: ana, source: memo}\n');
    const items = await itemsOf(workspaceImporter.read(source, importContext()));
    expect(items).toEqual([
      { type: 'entry', place: 'line 2', entry: { kind: 'teams', entity: { id: 'a', kind: 'business' }, stamp: { recordedAt: '2026-11-21', recordedBy: 'importer', source: 'r.yaml' } } },
      { type: 'entry', place: 'line 3', entry: { kind: 'teams', entity: { id: 'b', kind: 'business' }, stamp: { recordedAt: '2025-01-01', recordedBy: 'ana', source: 'memo' } } },
    ]);
  });
});

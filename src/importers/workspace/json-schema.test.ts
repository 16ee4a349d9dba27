import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { workspaceJsonSchema, workspaceJsonSchemaText } from '#importers/workspace/json-schema.ts';
import { writeWorkspace } from '#importers/workspace/write-workspace.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';

const published = resolve(import.meta.dirname, '../../../public/whose-call-1.schema.json');
const validator = z.fromJSONSchema(z.json().parse(JSON.parse(readFileSync(published, 'utf8'))) as z.core.JSONSchema.JSONSchema);

describe('the published JSON Schema', () => {
  it('is the one the reader\'s schemas give; write it again with npm run schema', () => {
    expect(readFileSync(published, 'utf8')).toBe(workspaceJsonSchemaText());
  });

  it('is made the same way twice', () => {
    expect(workspaceJsonSchema()).toEqual(workspaceJsonSchema());
  });

  it('accepts every workspace the product writes', () => {
    fc.assert(
      fc.property(arbitraryEntries, (entries) => {
        expect(validator.safeParse(JSON.parse(writeWorkspace(entries))).error?.issues.slice(0, 2)).toBeUndefined();
      }),
      { seed: 20_261_121, numRuns: 20 },
    );
  }, 60_000);

  it.each([
    ['null for absent', { schema: 'whose-call/1', persons: [{ id: 'a', managerId: null }] }, true],
    ['one policy', { schema: 'whose-call/1', policy: { clock: { U3: 2 } } }, true],
    ['a field of a later version', { schema: 'whose-call/1', persons: [{ id: 'a', later: 1 }] }, true],
    ['a newer schema', { schema: 'whose-call/2' }, false],
    ['a number for an id', { schema: 'whose-call/1', persons: [{ id: 1 }] }, false],
    ['a kind nobody knows', { schema: 'whose-call/1', teams: [{ id: 'a', kind: 'choir' }] }, false],
    ['a date in words', { schema: 'whose-call/1', teams: [{ id: 'a', kind: 'business', from: 'yesterday' }] }, false],
  ])('answers to %s', (_name, workspace, expected) => {
    expect(validator.safeParse(workspace).success).toBe(expected);
  });
});

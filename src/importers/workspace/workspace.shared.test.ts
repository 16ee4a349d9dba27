import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCase } from '#importers/workspace/case-file.ts';
import { entriesOfReading, readWorkspace } from '#importers/workspace/read-workspace.ts';
import { writeWorkspace } from '#importers/workspace/write-workspace.ts';
import { sharedFile, sharedFiles } from '#test/support/shared-data.ts';
import { refusalOf } from '#test/support/refusal.ts';

const cases = sharedFiles('cases');
describe.runIf(cases.length > 0)('documented cases', () => {
  it.each(cases)('%s is read without a rejected row', (path) => {
    const read = readCase(readFileSync(path, 'utf8'), basename(path));
    expect(read.reading).toMatchObject({ rejected: [], repaired: [], notes: [] });
    expect(read.replayable === false || read.entries.length > 0).toBe(true);
    expect(entriesOfReading(readWorkspace(writeWorkspace(read.entries), 'again.json'))).toEqual(read.entries);
  });
});

const examples = sharedFile('flag-examples.json');
const list = examples === undefined ? [] : z.array(z.object({ name: z.string(), model: z.record(z.string(), z.unknown()) })).parse(JSON.parse(readFileSync(examples, 'utf8')));
describe.runIf(list.length > 0)('worked examples', () => {
  it.each(list)('$name is read without a rejected row', (example) => {
    const count = Object.values(example.model).flat().length;
    const reading = readWorkspace(JSON.stringify(example), 'example.json');
    expect(reading).toMatchObject({ rejected: [], repaired: [] });
    expect(reading.entries).toHaveLength(count);
  });
});

const bad = [['Y17.yaml', 'org-cycle'], ['Y18.yaml', 'owner-ambiguous'], ['J21.json', 'schema'], ['Y09.yaml', 'multiple-documents'], ['Y01.yaml', 'too-many-nodes']] as const;
const present = bad.flatMap(([name, code]) => {
  const path = sharedFile(`data/bad-input/${name}`);
  return path === undefined ? [] : [{ name, code, path }];
});
describe.runIf(present.length > 0)('real bad workspaces', () => {
  it.each(present)('$name is refused: $code', ({ name, code, path }) => {
    expect(refusalOf(() => readWorkspace(readFileSync(path, 'utf8'), name)).code).toBe(code);
  });
});

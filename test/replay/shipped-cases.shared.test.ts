import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedFiles } from '#test/support/shared-data.ts';

const files = sharedFiles('cases');
const shipped = resolve(import.meta.dirname, '../../public/cases');

describe.runIf(files.length > 0)('the cases that come with the product', () => {
  test.each(files)('%s is the documented one, with names added and nothing else', (path) => {
    const documented: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const ours: unknown = JSON.parse(readFileSync(resolve(shipped, basename(path)), 'utf8'));
    expect(ours).toMatchObject(Object(documented));
    expect(withoutNames(ours)).toEqual(withoutNames(documented));
  });
});

/** A copy without the names and labels of the rows of the model. */
function withoutNames(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, each: unknown) => (key === 'name' || key === 'label' ? undefined : each));
}

import { basename } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandLine } from '#test/support/command-line.ts';
import { sharedFiles } from '#test/support/shared-data.ts';

const cases = sharedFiles('cases');
const named = cases.map((path) => ({ path, name: basename(path) }));
const shell = commandLine();

describe.runIf(cases.length > 0)('documented cases', () => {
  afterAll(() => shell.remove());

  it.each(named)('$name replays as it expects', async ({ path }) => {
    const { code, printed } = await shell.run('replay', path, '--json');
    expect(JSON.parse(printed)).toMatchObject({ failed: 0 });
    expect(code).toBe(0);
  });

  it.each(named)('$name evaluates without a database', async ({ path }) => {
    const { code, printed } = await shell.run('evaluate', path, '--as-of', '2026-11-21', '--json');
    expect(code).toBe(0);
    const { readiness } = JSON.parse(printed);
    expect(Object.values<number>(readiness.counts).reduce((sum, count) => sum + count, 0)).toBe(readiness.open);
  });
});

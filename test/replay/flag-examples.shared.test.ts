import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { viewAsOf } from '#core/record/view.ts';
import { evaluationReport } from '#core/flags/evaluation-report.ts';
import { readWorkspace } from '#importers/workspace/read-workspace.ts';
import { sharedFile } from '#test/support/shared-data.ts';

const example = z.object({
  name: z.string(), flag: z.string(), fires: z.boolean(), person: z.string().nullable(), asOf: z.string(), model: z.record(z.string(), z.unknown()),
});

const path = sharedFile('flag-examples.json');
const examples = path === undefined ? [] : z.array(example).parse(JSON.parse(readFileSync(path, 'utf8')));

describe.runIf(path !== undefined)('the worked examples beside the checkout', () => {
  test('there is at least one that fires and one that stays quiet for each of the 31 flags', () => {
    const of = (fires: boolean) => new Set(examples.filter((one) => one.fires === fires).map((one) => one.flag));
    expect(of(false).size).toBe(31);
    expect([...of(true)].filter((flag) => flag !== 'A5w').sort()).toEqual([...of(false)].sort());
  });

  test.each(examples)('$name', ({ flag, fires, person, asOf, model }) => {
    const reading = readWorkspace(JSON.stringify({ schema: 'whose-call/1', ...model }), 'example');
    expect(reading.rejected).toEqual([]);
    const entries = reading.entries.map(({ entry }) => entry);
    const up = evaluationReport(viewAsOf(entries, asOf)).flags.filter((one) => one.flag === flag);
    expect(up.length > 0).toBe(fires);
    if (person !== null) expect(up.map((one) => one.person)).toContain(person);
  });
});

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { viewAsOf } from '#core/record/view.ts';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import { replayCase } from '#core/flags/replay.ts';
import { readCase } from '#importers/workspace/case-file.ts';
import { sharedFiles } from '#test/support/shared-data.ts';

const files = sharedFiles('cases').map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
const headline = z.object({ headline: z.object({ asOf: z.string(), risk: z.string(), lack: z.string() }).optional() });
const lackWords = { authority: 'authority', information: 'information', both: 'authority and information', neither: 'neither' } as const;

describe.runIf(files.length > 0)('the documented cases beside the checkout', () => {
  test.each(files)('$name replays as documented', ({ name, text }) => {
    const file = readCase(text, name);
    expect(file.reading.rejected).toEqual([]);
    const result = replayCase(file);
    expect(result.checks.filter((check) => !check.ok)).toEqual([]);
    expect(result.failed).toBe(0);
    const asked = file.replay === undefined || file.replay === null ? 0 : file.expected.length + file.mustNotFire.length;
    expect(result.checks).toHaveLength(asked);
  });

  test.each(files)('$name has the documented headline', ({ name, text }) => {
    const { headline: wanted } = headline.parse(JSON.parse(text));
    if (wanted === undefined) return;
    const evaluation = evaluateRecord(viewAsOf(readCase(text, name).entries, wanted.asOf)).risks.get(wanted.risk);
    expect(evaluation === undefined ? undefined : lackWords[evaluation.lack]).toBe(wanted.lack);
  });

  test('on the Equifax replay of 16 March 2017 six conditions become the documented five lines', () => {
    const equifax = files.find(({ name }) => name.startsWith('equifax'));
    if (equifax === undefined) return;
    const evaluation = evaluateRecord(viewAsOf(readCase(equifax.text, equifax.name).entries, '2017-03-16')).risks.get('r-struts');
    expect(evaluation?.conditions.map((flag) => flag.flag).sort()).toEqual(['A2', 'I1', 'I3', 'I6', 'P2', 'P8']);
    expect([...(evaluation?.flags ?? []), ...(evaluation?.moreFlags ?? [])].map((flag) => flag.flag)).toEqual(['A2', 'I3', 'I1', 'I6', 'P2']);
  });
});

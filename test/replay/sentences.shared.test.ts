import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addDays, type When } from '#core/time.ts';
import type { Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { drawPicture } from '#core/picture/draw-picture.ts';
import { readCase } from '#importers/workspace/case-file.ts';
import { readWorkspace } from '#importers/workspace/read-workspace.ts';
import { unsayable } from '#test/support/said-sentences.ts';
import { sharedFile, sharedFiles } from '#test/support/shared-data.ts';

const example = z.object({ name: z.string(), asOf: z.string(), model: z.record(z.string(), z.unknown()) });
const path = sharedFile('flag-examples.json');
const examples = path === undefined ? [] : z.array(example).parse(JSON.parse(readFileSync(path, 'utf8')));
const cases = sharedFiles('cases').map((file) => ({ name: basename(file), text: readFileSync(file, 'utf8') }));

function saidOf(entries: readonly Entry[], day: When): readonly string[] {
  const view = viewAsOf(entries, day);
  const previousView = viewAsOf(entries, addDays(day, -30));
  return unsayable(drawPicture({ view, previousView, findingCells: [], previousFindingCells: [], recordVersion: 1, sample: false }));
}

describe.runIf(path !== undefined)('no sentence judges anybody or makes a person the subject of a lack', () => {
  test.each(examples)('about $name', ({ asOf, model }) => {
    const reading = readWorkspace(JSON.stringify({ schema: 'whose-call/1', ...model }), 'example');
    expect(saidOf(reading.entries.map(({ entry }) => entry), asOf)).toEqual([]);
  });

  test.each(cases)('in $name, every fifth day of its replay', ({ name, text }) => {
    const { entries, replay } = readCase(text, name);
    if (replay === undefined || replay === null) return;
    for (let day = replay.from; day <= replay.to; day = addDays(day, 5)) expect(saidOf(entries, day)).toEqual([]);
  });
});

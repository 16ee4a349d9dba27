import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StageCount } from '#core/release/river-counts.ts';
import { passageSentence, stagePassage } from '#core/release/stage-passage.ts';

const ORDER = ['design', 'code', 'build', 'run'];
const stage = fc.option(fc.constantFrom(...ORDER, 'elsewhere'), { nil: null });
const counts: fc.Arbitrary<readonly StageCount[]> = fc.array(fc.record({ introducedStageId: stage, foundStageId: stage, afterShipping: fc.boolean(), count: fc.integer({ min: 1, max: 50 }) }));
const made = (introducedStageId: string | null, foundStageId: string, count: number): StageCount => ({ introducedStageId, foundStageId, afterShipping: false, count });
const sum = (rows: readonly { count: number }[]): number => rows.reduce((total, { count }) => total + count, 0);

const inTime = (rows: readonly StageCount[]): readonly StageCount[] => rows.filter(({ afterShipping }) => !afterShipping);

test('what a stage made and found is told apart by the other stage and adds up', () => {
  fc.assert(fc.property(counts, fc.constantFrom(...ORDER, 'elsewhere'), (all, id) => {
    const passage = stagePassage(all, ORDER, id);
    const rows = inTime(all);
    expect(passage.afterShipping).toBe(sum(all.filter((row) => row.afterShipping && row.foundStageId === id)));
    expect(sum(passage.madeHere)).toBe(passage.made);
    expect(sum(passage.foundHere)).toBe(passage.found);
    expect(passage.made).toBe(sum(rows.filter((row) => row.introducedStageId === id)));
    expect(passage.escaped).toBe(sum(rows.filter((row) => row.introducedStageId === id && row.foundStageId !== null && row.foundStageId !== id)));
    const reached = (row: StageCount, found: readonly string[]): boolean => passage.upToHere.includes(row.introducedStageId ?? '') && found.includes(row.foundStageId ?? '');
    expect(passage.caught).toBe(sum(rows.filter((row) => reached(row, [id]))));
    expect(passage.letThrough).toBe(sum(rows.filter((row) => reached(row, passage.later))));
  }));
});

test('a defect an earlier stage made and a later stage found passed this one too', () => {
  const passage = stagePassage([
    made('code', 'run', 5), made('code', 'build', 2),
    made('build', 'build', 1), made('run', 'run', 9), made(null, 'build', 4),
  ], ORDER, 'build');
  expect(passage).toMatchObject({ upToHere: ['code', 'build'], later: ['run'], caught: 3, letThrough: 5, made: 1, found: 7 });
  expect(stagePassage([made('code', 'build', 2), { ...made('code', 'run', 5), afterShipping: true }], ORDER, 'build')).toMatchObject({ caught: 2, letThrough: 0 });
  expect(passageSentence(passage, 'Build')).toBe('Of 8 findings there to be found at Build, 3 were found there and 5 later');
  expect(passage.foundHere.map(({ stageId }) => stageId)).toEqual(['code', 'build', null]);
});

test('nothing found, nothing traced and everything found are three sentences', () => {
  expect(passageSentence(stagePassage([], ORDER, 'code'), 'Code')).toBe('No finding on the record was made or found at Code');
  expect(passageSentence(stagePassage([made(null, 'code', 3)], ORDER, 'code'), 'Code')).toBe('Of no finding is it recorded that it was there to be found at Code');
  expect(passageSentence(stagePassage([made('code', 'code', 1)], ORDER, 'code'), 'Code')).toBe('The one finding there to be found at Code was found there');
});

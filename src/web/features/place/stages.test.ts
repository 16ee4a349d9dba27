import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countFindings, findingsMatching } from '#core/picture/filter.ts';
import type { FindingCellRow } from '#core/picture/picture.ts';
import { stagesOf } from '#web/features/place/stages.ts';
import { smallPicture } from '#web/testing/small-picture.ts';

const cell: fc.Arbitrary<FindingCellRow> = fc.record({
  serviceId: fc.constantFrom('login', 'session', 'issuer', 'orphan', 'unknown-service'),
  stageId: fc.constantFrom('code', 'deploy', 'review', 'elsewhere', null),
  severity: fc.constantFrom('critical', 'high', 'medium', 'low', 'info', 'unknown'),
  count: fc.integer({ min: 0, max: 500 }),
});

test('the findings of the stages of a place sum to the findings of the place', () => {
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 30 }),
      fc.constantFrom({}, { teamId: 'identity' }, { teamId: 'signin' }, { processId: 'train' }, { noTeam: true }, { noProcess: true }, { teamId: 'tokens', processId: 'train' }),
      (findingCells, filter) => {
        const picture = smallPicture({ findingCells });
        const parts = stagesOf(picture, filter).map((stageId) => countFindings(findingsMatching(picture, { ...filter, stageId })));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(countFindings(findingsMatching(picture, filter)));
        expect(parts.every((part) => part > 0)).toBe(true);
      },
    ),
    { seed: 20_261_121, numRuns: 200 },
  );
});

test('stages stand in the order of the release process, unrecorded last', () => {
  expect(stagesOf(smallPicture(), {})).toEqual(['code', 'deploy', null]);
});

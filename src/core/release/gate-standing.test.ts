import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawPicture } from '#core/picture/draw-picture.ts';
import { gateStanding } from '#core/release/gate-standing.ts';
import { isUp, TODAY, viewOn } from '#test/support/world.ts';

const stage = fc.record({ gate: fc.constantFrom('blocking', 'advisory', 'none'), gateOwnerId: fc.constantFrom('nora', 'desk', 'chair', 'gap', 'ghost', undefined) });

test('nothing can stop a release exactly where rule P10 says so, and where it cannot be told the rule is quiet', () => {
  fc.assert(fc.property(fc.array(stage, { maxLength: 4 }), (stages) => {
    const change = `process web name=Web stages=${JSON.stringify(stages.map((one, index) => ({ id: `s${index}`, ...one })))}`;
    const view = viewOn(TODAY, change);
    const picture = drawPicture({ view, previousView: view, findingCells: [], previousFindingCells: [], recordVersion: 1, sample: false });
    const web = picture.processes.find(({ id }) => id === 'web');
    const states = (web?.stages ?? []).map((one) => (web === undefined ? undefined : gateStanding(picture, web, one).state));
    expect(states).toHaveLength(stages.length);
    expect(isUp('P10', change)).toBe(!states.some((state) => state === 'can-stop' || state === 'cannot-tell'));
  }), { seed: 20_261_121, numRuns: 60 });
});

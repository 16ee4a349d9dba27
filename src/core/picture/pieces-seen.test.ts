import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewAsOf } from '#core/record/view.ts';
import { findClaim } from '#core/picture/claim.ts';
import { findDecision } from '#core/picture/decision-made.ts';
import { drawPicture } from '#core/picture/draw-picture.ts';
import type { Picture } from '#core/picture/picture.ts';
import { piecesSeen } from '#core/picture/pieces-seen.ts';
import { TODAY, world } from '#test/support/world.ts';

const some = fc.integer({ min: 1, max: 28 }).map((day) => `2026-06-${String(day).padStart(2, '0')}`);
const people = ['nora', 'pia'];
const evidence = fc.record({ at: some, material: fc.boolean(), knownBy: fc.constantFrom('', ' knownBy=[nora]') });
const acknowledged = fc.record({ of: fc.nat({ max: 3 }), by: fc.constantFrom(...people), at: some, level: fc.constantFrom('detail', 'summary', 'broadcast') });
const somePicture = fc.tuple(fc.array(evidence, { minLength: 4, maxLength: 4 }), fc.array(acknowledged, { maxLength: 12 })).map(([pieces, acks]): Picture => {
  const entries = world(
    ...pieces.map(({ at, material, knownBy }, index) => `evidence p${index} riskId=r at=${at} kind=test material=${String(material)}${knownBy}`),
    ...acks.map(({ of, by, at, level }, index) => `ack k${index} evidenceId=p${of} personId=${by} at=${at} level=${level}`),
    'decision d riskId=r byId=nora at=2026-06-20 kind=accept',
  );
  return drawPicture({
    view: viewAsOf(entries, TODAY), previousView: viewAsOf(entries, '2026-06-01'), findingCells: [], previousFindingCells: [], recordVersion: 1, sample: false,
  });
});
const runs = { seed: 20_261_121, numRuns: 150 };

test('what the deciding person has not seen is as many pieces as their information says', () => {
  let told = 0;
  fc.assert(fc.property(somePicture, (picture) => {
    for (const risk of picture.risks) {
      if (risk.information.personId === null || risk.information.state === 'cannot-tell') continue;
      const pieces = piecesSeen(risk, risk.information.personId);
      expect(pieces).toHaveLength(risk.information.material);
      expect(pieces.filter(({ seenAt }) => seenAt === null)).toHaveLength(risk.information.unseen);
      told += pieces.length;
    }
  }), runs);
  expect(told).toBeGreaterThan(50);
});

test('every decision and every piece of an open risk is found by its id, with that risk', () => {
  let found = 0;
  fc.assert(fc.property(somePicture, (picture) => {
    for (const risk of picture.risks) {
      for (const { id } of risk.evidence) expect(findClaim(picture, id)?.rests.map((one) => one.risk.id)).toContain(risk.id);
      for (const { id } of risk.decisions) {
        expect(findDecision(picture, id)?.decision.id).toBe(id);
        found += 1;
      }
    }
    expect(findClaim(picture, 'no such piece')).toBeUndefined();
    expect(findDecision(picture, 'no such decision')).toBeUndefined();
  }), runs);
  expect(found).toBeGreaterThan(20);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { atMostOf } from '#core/picture/range-score.ts';
import { sharedFile } from '#test/support/shared-data.ts';

const n = z.number();
const reference = z.object({ calibration_binomial: z.array(z.object({ n, hits: n, prob_this_or_fewer_if_calibrated: n })) });
const file = sharedFile('quant_reference.json');

describe.skipIf(file === undefined)('the chance of so few ranges that hold, against the reference', () => {
  const cases = file === undefined ? [] : reference.parse(JSON.parse(readFileSync(file, 'utf8'))).calibration_binomial;

  test.each(cases)('$hits of $n', (one) => {
    expect(Math.abs(atMostOf(one.hits, one.n, 0.9) / one.prob_this_or_fewer_if_calibrated - 1)).toBeLessThan(1e-9);
  });
});

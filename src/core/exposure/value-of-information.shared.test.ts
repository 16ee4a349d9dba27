import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { annualLossBelief } from '#core/exposure/annual-loss-uncertainty.ts';
import { valueOfInformation } from '#core/exposure/value-of-information.ts';
import { sharedFile } from '#test/support/shared-data.ts';

const n = z.number();
const pair = z.tuple([n, n]);
const reference = z.object({
  evpi: z.array(z.object({
    id: z.string(), rate90: pair, sev90: pair, severity_estimate_factor: n, reduction: n, cost: n, AEL_mean: n, AEL_median: n,
    AEL_sigma: n, expected_net_benefit: n, decision_now: z.enum(['treat', 'accept']), break_even_AEL: n, prob_decision_wrong: n,
    EVPI: n, EVPPI_frequency: n, EVPPI_severity: n, EVPI_mc: n,
  })),
});
const file = sharedFile('quant_reference.json');

describe.skipIf(file === undefined)('the value of finding out, against the reference', () => {
  const cases = file === undefined ? [] : reference.parse(JSON.parse(readFileSync(file, 'utf8'))).evpi;

  test.each(cases)('$id: belief, choice and every worth', (one) => {
    const belief = annualLossBelief({ low: one.sev90[0], high: one.sev90[1], rateLow: one.rate90[0], rateHigh: one.rate90[1], offByFactor: one.severity_estimate_factor });
    if (belief === null) throw new Error('the reference ranges have a belief');
    near(belief.mean, one.AEL_mean);
    near(belief.median, one.AEL_median);
    near(belief.sigma, one.AEL_sigma);
    const worth = valueOfInformation(belief, { costPerYear: one.cost, reduction: one.reduction });
    near(worth.netBenefit, one.expected_net_benefit);
    expect(worth.choice).toBe(one.decision_now);
    near(worth.breakEven, one.break_even_AEL);
    near(worth.chanceWrong, one.prob_decision_wrong);
    near(worth.everything, one.EVPI);
    near(worth.rateAlone, one.EVPPI_frequency);
    near(worth.lossAlone, one.EVPPI_severity);
    expect(Math.abs(worth.everything / one.EVPI_mc - 1)).toBeLessThan(0.01);
  });
});

/** Closed forms agree to the digits the reference was written with. */
function near(found: number, wanted: number): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)) + 1e-6);
}

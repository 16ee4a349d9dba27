import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { indexRecord } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { nistRegister } from '#core/picture/nist-register.ts';
import { sharedFile } from '#test/support/shared-data.ts';

const n = z.number();
const reference = z.object({
  nist_ir_8286r1_register_mapping: z.array(z.object({
    lam: n, low: n, high: n, riskLikelihood_percent: n, riskImpact_expected_loss_in_a_year_with_at_least_one_event: n, exposureRating_AEL: n,
  })),
});
const file = sharedFile('quant_reference.json');

describe.skipIf(file === undefined)('the NIST register, against the reference', () => {
  const rows = file === undefined ? [] : reference.parse(JSON.parse(readFileSync(file, 'utf8'))).nist_ir_8286r1_register_mapping;

  test.each(rows)('$lam events a year: likelihood, impact and exposure rating', ({ lam, low, high, ...wanted }) => {
    const view = viewAsOf([{
      kind: 'risks', stamp: {},
      entity: { id: 'r', serviceIds: [], openedAt: '2026-01-01', exposure: { low, high, rateLow: lam, rateHigh: lam } },
    }], '2026-06-30');
    const [record] = nistRegister(indexRecord(view)).records;
    near(record?.riskLikelihood, wanted.riskLikelihood_percent);
    near(record?.riskImpact, wanted.riskImpact_expected_loss_in_a_year_with_at_least_one_event);
    near(record?.exposureRating, wanted.exposureRating_AEL);
  });
});

/** The reference is written to twelve digits. */
function near(found: number | undefined, wanted: number): void {
  expect(Math.abs((found ?? Number.NaN) / wanted - 1)).toBeLessThan(1e-11);
}

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ROOT, type AuthorityGrant, type AuthorityLimits, type Risk } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { indexRecord, type RecordIndex } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { authorityOf } from '#core/authority/authority-of.ts';
import type { LimitTest } from '#core/authority/limit-test.ts';
import { limitTests } from '#core/authority/year-limits.ts';
import { sharedFile } from '#test/support/shared-data.ts';

/** The reference is written to twelve digits. */
const WRITTEN = 1e-11;

const n = z.number();
const reference = z.object({
  portfolio: z.object({ risks: z.array(z.object({ id: z.string(), team: z.string(), lam: n, low: n, high: n })) }),
  authority: z.object({
    tiers: z.array(z.object({ name: z.string(), mean_limit: n.nullable(), points: z.array(z.object({ x: n, max_prob: n })) })),
    risks: z.array(z.object({
      id: z.string(), AEL: n, single_event_p95: n, lowest_tier: z.string(),
      detail: z.array(z.object({ tier: z.string(), ok: z.boolean(), tests: z.array(z.object({ test: z.string(), value: n, limit: n, ok: z.boolean() })) })),
    })),
    owner_books: z.array(z.object({ team: z.string(), lowest_tier: z.string() })),
    splitting_example: z.object({
      whole: z.object({ lam: n, low: n, high: n, lowest_tier: z.string(), AEL: n }),
      quarter: z.object({ lam: n, low: n, high: n, lowest_tier: z.string(), AEL: n }),
    }),
  }),
});
const file = sharedFile('quant_reference.json');

describe.skipIf(file === undefined)('limits on the year, against the reference', () => {
  const { portfolio, authority } = file === undefined
    ? { portfolio: { risks: [] }, authority: { tiers: [], risks: [], owner_books: [], splitting_example: undefined } }
    : reference.parse(JSON.parse(readFileSync(file, 'utf8')));

  const limitsOf = ({ mean_limit, points }: (typeof authority.tiers)[number]): AuthorityLimits => ({
    ...(mean_limit === null ? {} : { expectedAnnualLoss: mean_limit }),
    points: points.map(({ x, max_prob }) => ({ above: x, atMost: max_prob })),
  });

  const risk = ({ id, lam, low, high }: { id: string; lam: number; low: number; high: number }, ownerId: string): Risk => ({
    id, serviceIds: ['shop'], openedAt: '2026-01-01', ownerId, exposure: { low, high, rateLow: lam, rateHigh: lam },
  });

  /** The lowest tier whose tests on these subjects are all within. */
  const lowestTier = (index: RecordIndex, personId: string, one: Risk, on: readonly LimitTest['on'][]): string | undefined =>
    authority.tiers.find((tier) =>
      [...limitTests(index, personId, one, limitsOf(tier))].filter((found) => on.includes(found.on)).every(({ result }) => result === 'within'))?.name;

  const alone = portfolio.risks.map((one) => risk(one, `owner-of-${one.id}`));

  test.each(authority.risks)('$id: every test of every tier, and the lowest that holds', ({ id, AEL, lowest_tier, detail }) => {
    const index = indexOf(alone);
    const one = index.view.risks.get(id);
    if (one === undefined) throw new Error(`${id} is in the reference portfolio`);
    for (const { tier: name, tests } of detail) {
      const tier = authority.tiers.find((other) => other.name === name);
      if (tier === undefined) throw new Error(`${name} is a tier`);
      const found = [...limitTests(index, `owner-of-${id}`, one, limitsOf(tier))].filter(({ on }) => on === 'risk');
      expect(found.map(({ result }) => result === 'within')).toEqual(tests.map(({ ok }) => ok));
      for (const [at, { value, limit }] of tests.entries()) {
        expect(found[at]?.limit).toBe(limit);
        near(found[at]?.value ?? Number.NaN, value, at === 0 ? WRITTEN : 5e-4);
      }
    }
    near([...limitTests(index, `owner-of-${id}`, one, { expectedAnnualLoss: 1 })][0]?.value ?? Number.NaN, AEL, WRITTEN);
    expect(lowestTier(index, `owner-of-${id}`, one, ['risk'])).toBe(lowest_tier);
  });

  test.each(authority.owner_books)('the book of $team needs $lowest_tier', ({ team, lowest_tier }) => {
    const held = portfolio.risks.filter((one) => one.team === team).map((one) => risk(one, 'holder'));
    const [first] = held;
    if (first === undefined) throw new Error(`${team} has risks`);
    expect(lowestTier(indexOf(held), 'holder', first, ['risk', 'book', 'common-cause'])).toBe(lowest_tier);
  });

  test('a risk cut into four passes a lower tier alone, and the whole book catches it', () => {
    const { splitting_example: example } = authority;
    if (example === undefined) throw new Error('the reference has the example');
    const parts = [1, 2, 3, 4].map((part) => risk({ ...example.quarter, id: `part-${part}` }, 'holder'));
    const whole = risk({ ...example.whole, id: 'whole' }, 'other');
    const index = indexOf([...parts, whole]);
    const [part] = parts;
    if (part === undefined) throw new Error('there are four parts');
    expect(lowestTier(index, 'holder', part, ['risk'])).toBe(example.quarter.lowest_tier);
    expect(lowestTier(index, 'other', whole, ['risk', 'book'])).toBe(example.whole.lowest_tier);
    expect(lowestTier(index, 'holder', part, ['risk', 'book'])).toBe(example.whole.lowest_tier);

    const director = authority.tiers.find(({ name }) => name === example.quarter.lowest_tier);
    if (director === undefined) throw new Error('the tier is in the reference');
    const verdict = authorityOf(indexOf([...parts, whole], { granteeId: 'holder', limits: limitsOf(director) }), 'holder', part);
    expect(verdict).toMatchObject({ state: 'lacks', reason: { kind: 'outside-year-limit', test: { on: 'book', result: 'exceeds', covers: 4 } } });
  });

  test('four parts with four holders under one cause are caught by the cause', () => {
    const parts = [1, 2, 3, 4].map((part) => risk({ id: `part-${part}`, lam: 0.075, low: 5e4, high: 5e6 }, `holder-${part}`));
    const index = indexOf(parts, undefined, [{ kind: 'commonCauses', entity: { id: 'way-in', rate: 0.075, riskIds: parts.map(({ id }) => id) }, stamp: {} }]);
    const [part] = parts;
    const [, director] = authority.tiers;
    if (part === undefined || director === undefined) throw new Error('there are parts and tiers');
    const tests = [...limitTests(index, 'holder-1', part, limitsOf(director))];
    expect(tests.filter(({ on }) => on !== 'common-cause').every(({ result }) => result === 'within')).toBe(true);
    const [mean] = tests.filter(({ on }) => on === 'common-cause');
    near(mean?.value ?? Number.NaN, 399_597.01466, 1e-9);
    expect(mean).toMatchObject({ result: 'exceeds', covers: 4, commonCauseId: 'way-in' });
  });

  test('the rare giant that every test of the year lets through is caught by the limit of one event', () => {
    const giant = authority.risks.find(({ id }) => id === 'R04');
    const index = indexOf(alone);
    const one = index.view.risks.get('R04');
    const vp = authority.tiers.find(({ name }) => name === giant?.lowest_tier);
    if (one === undefined || vp === undefined) throw new Error('R04 is in the reference');
    const tests = [...limitTests(index, 'owner-of-R04', one, { ...limitsOf(vp), singleEvent: 2.5e7 })];
    expect(tests.filter(({ result }) => result !== 'within')).toMatchObject([{ measure: 'single-event', value: giant?.single_event_p95, result: 'exceeds' }]);
  });
});

function indexOf(risks: readonly Risk[], grant?: Pick<AuthorityGrant, 'granteeId' | 'limits'>, more: readonly Entry[] = []): RecordIndex {
  const people = [...new Set(risks.flatMap(({ ownerId }) => ownerId ?? []))];
  return indexRecord(viewAsOf([
    ...people.map((id): Entry => ({ kind: 'persons', entity: { id, kind: 'person' }, stamp: {} })),
    { kind: 'services', entity: { id: 'shop', exposure: 'internet' }, stamp: {} },
    ...risks.map((entity): Entry => ({ kind: 'risks', entity, stamp: {} })),
    ...(grant === undefined ? [] : [{ kind: 'grants', entity: { id: 'g', grantorId: ROOT, ...grant }, stamp: {} } as const]),
    ...more,
  ], '2026-06-30'));
}

function near(found: number, wanted: number, tolerance: number): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(wanted), 1e-6));
}

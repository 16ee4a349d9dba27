import { say } from '#language/say.ts';
import type { AuthorityGrant, AuthorityLimits, Risk } from '#core/record/entities.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { isOpen } from '#core/authority/decisions.ts';
import type { LimitMeasure, LimitSubject, LimitTest, NearLimit } from '#core/authority/limit-test.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { annualLossBelief, chanceAbove } from '#core/exposure/annual-loss-uncertainty.ts';
import { rateOfCause } from '#core/exposure/common-cause-rate.ts';
import type { CommonCauseInput, RiskInput } from '#core/exposure/portfolio-input.ts';
import { inputOfRange, sizeOfRisk, type RiskSize } from '#core/exposure/risk-size.ts';
import { yearOf, yearOfCause, type Year } from '#core/exposure/year-of.ts';

/** A chance below this says nothing about a limit: the record's own figures are no more exact. */
const NEAR = 0.1;

/**
 * Every test of the limits of a grant on the distribution of a year: on the risk alone, on everything the person holds
 * together with it, and on each common cause that hits it, whoever holds the rest. Before insurance. What costs least
 * to compute comes first, so that whoever only wants to know whether all are within can stop early. Nothing where the
 * grant states no such limit.
 */
export function limitTests(index: RecordIndex, personId: string, risk: Risk, limits: AuthorityLimits): Generator<LimitTest, void> {
  return testsOf(index, personId, risk, limits, 'all');
}

/**
 * The tests that decide. A year of the book is never below that of one of its risks, so that a chance within the limit
 * on the book is within on the risk, and need not be computed there.
 */
function* testsOf(index: RecordIndex, personId: string, risk: Risk, limits: AuthorityLimits, which: 'all' | 'deciding'): Generator<LimitTest, void> {
  yield* harmTests(risk, limits);
  const { expectedAnnualLoss, points = [], singleEvent } = limits;
  if (expectedAnnualLoss === undefined && points.length === 0 && singleEvent === undefined) return;
  const size = sizes(index)(risk);
  if (size.kind !== 'quantified') {
    if (limits.unquantified !== true) yield notInMoney(size);
    return;
  }
  if (singleEvent !== undefined) yield tested('single-event', { on: 'risk', covers: 1 }, singleEvent, highestLoss(risk));
  const subjects = [...subjectsOf(index, personId, risk)];
  if (expectedAnnualLoss !== undefined) {
    for (const subject of subjects) yield tested('expected-annual-loss', subject, expectedAnnualLoss, subject.year?.mean ?? null);
  }
  const book = which === 'all' ? undefined : subjects.find(({ on }) => on === 'book')?.year;
  for (const { above, atMost } of points) {
    const implied = book !== undefined && isWithin(book, above, atMost);
    for (const subject of subjects) {
      if (implied && subject.on !== 'common-cause') continue;
      if (book !== undefined && subject.year !== undefined && isWithin(subject.year, above, atMost)) continue;
      yield { ...tested('year-above', subject, atMost, subject.year?.exceedance(above) ?? null), above };
    }
  }
}

/** P(year > above) <= atMost. The average alone tells where it is at most their product (Markov's inequality). */
function isWithin(year: Year, above: number, atMost: number): boolean {
  return year.mean <= atMost * above || year.exceedance(above) <= atMost;
}

/** Whether a grant limits anything but the high end of one loss. */
export function hasYearLimits({ limits }: AuthorityGrant): boolean {
  return limits !== undefined && (
    limits.expectedAnnualLoss !== undefined || limits.singleEvent !== undefined ||
    (limits.points ?? []).length > 0 || (limits.harms ?? []).length > 0
  );
}

const failures = perIndex(() => new Map<string, readonly LimitTest[]>());

/** The first test that is not within; of several the one that exceeds. Undefined where all are within. */
export function firstFailure(index: RecordIndex, personId: string, risk: Risk, grant: AuthorityGrant): LimitTest | undefined {
  const { limits } = grant;
  if (limits === undefined) return undefined;
  const [failure] = kept(failures(index), `${personId}\n${risk.id}\n${grant.id}`, () => {
    let untested: LimitTest | undefined;
    for (const test of testsOf(index, personId, risk, limits, 'deciding')) {
      if (test.result === 'exceeds' || test.measure === 'in-money') return [test];
      if (test.result === 'cannot-test') untested ??= test;
    }
    return untested === undefined ? [] : [untested];
  });
  return failure;
}

/** How likely the true average year is above a limit the record's figure is within; undefined where that is not near. */
export function nearLimit(index: RecordIndex, risk: Risk, limits: AuthorityLimits): NearLimit | undefined {
  const limit = limits.expectedAnnualLoss;
  const { exposure } = risk;
  if (limit === undefined || limit <= 0 || exposure?.rateLow === undefined || exposure.rateHigh === undefined) return undefined;
  if (sizes(index)(risk).kind !== 'quantified') return undefined;
  const belief = annualLossBelief({ ...exposure, rateLow: exposure.rateLow, rateHigh: exposure.rateHigh });
  const chance = belief === null ? 0 : chanceAbove(belief, limit);
  return chance >= NEAR ? { limit, chance } : undefined;
}

interface Subject {
  on: LimitSubject;
  commonCauseId?: string;
  covers: number;
  notInMoney?: number;
  /** Why there is no year to test. */
  why?: string;
  year?: Year | undefined;
}

function* subjectsOf(index: RecordIndex, personId: string, risk: Risk): Generator<Subject, void> {
  const alone = inputs(index).get(risk.id) ?? inputOf(risk);
  if (alone !== undefined) yield { on: 'risk', covers: 1, year: yearTogether(index, [alone]) };
  yield bookOf(index, personId, risk);
  for (const cause of index.view.commonCauses.values()) {
    if (!cause.riskIds.includes(risk.id)) continue;
    const hit = cause.riskIds.flatMap((id) => inputs(index).get(id) ?? []);
    const rate = rateOfCause(cause);
    const subject = { on: 'common-cause', commonCauseId: cause.id, covers: hit.length, notInMoney: openAmong(index, cause.riskIds) - hit.length } as const;
    if (rate === null) yield { ...subject, why: say('how often it happens is not on the record') };
    else yield { ...subject, year: kept(years(index), say('cause {cause}', { cause: cause.id }), () => yearOfCause({ id: cause.id, rate }, hit)) };
  }
}

/** All open risks a person holds, and this one whoever holds it: to decide it is to hold it with the rest. */
function bookOf(index: RecordIndex, personId: string, risk: Risk): Subject {
  const held = listHeld(index).get(personId) ?? [];
  const all = held.includes(risk) ? held : [...held, risk];
  const known = all.flatMap((one) => inputs(index).get(one.id) ?? (one === risk ? inputOf(risk) : undefined) ?? []);
  return { on: 'book', covers: known.length, notInMoney: all.length - known.length, year: yearTogether(index, known) };
}

const years = perIndex(() => new Map<string, Year>());

function yearTogether(index: RecordIndex, risks: readonly RiskInput[]): Year {
  const key = risks.map(({ id }) => id).toSorted().join('\n');
  return kept(years(index), key, () => yearOf(risks, causesAmong(index, new Set(risks.map(({ id }) => id)))));
}

function causesAmong(index: RecordIndex, ids: ReadonlySet<string>): readonly CommonCauseInput[] {
  if (ids.size < 2) return [];
  return [...index.view.commonCauses.values()].flatMap((cause): CommonCauseInput[] => {
    const rate = rateOfCause(cause);
    const riskIds = cause.riskIds.filter((id) => ids.has(id));
    return rate === null || riskIds.length < 2 ? [] : [{ id: cause.id, rate, riskIds }];
  });
}

const sizes = perIndex((index) => {
  const known = new Map<string, RiskSize>();
  return (risk: Risk): RiskSize => kept(known, risk.id, () => sizeOfRisk(risk, index.view.policy));
});

/** Open risks in money, as the engine takes them. */
const inputs = perIndex((index) => {
  const known = new Map<string, RiskInput>();
  for (const risk of index.view.risks.values()) {
    if (!isOpen(index, risk) || sizes(index)(risk).kind !== 'quantified') continue;
    const input = inputOf(risk);
    if (input !== undefined) known.set(risk.id, input);
  }
  return known;
});

/** The high end of one loss, or the cap where that is lower. */
function highestLoss({ exposure }: Risk): number | null {
  return exposure === undefined ? null : Math.min(exposure.high, exposure.max ?? Number.POSITIVE_INFINITY);
}

function inputOf({ id, exposure }: Risk): RiskInput | undefined {
  return exposure === undefined ? undefined : inputOfRange(id, exposure);
}

const listHeld = perIndex((index) => {
  const held = new Map<string, Risk[]>();
  for (const risk of index.view.risks.values()) {
    const ownerId = isOpen(index, risk) ? personInPost(index, risk.ownerId) : undefined;
    if (ownerId !== undefined) kept(held, ownerId, () => []).push(risk);
  }
  return held;
});

function openAmong(index: RecordIndex, riskIds: readonly string[]): number {
  return riskIds.filter((id) => {
    const risk = index.view.risks.get(id);
    return risk !== undefined && isOpen(index, risk);
  }).length;
}

function tested(measure: LimitMeasure, { on, commonCauseId = undefined, covers, notInMoney: others = 0, why = undefined }: Subject, limit: number, value: number | null): LimitTest {
  const found = { on, commonCauseId: commonCauseId ?? null, measure, above: null, unit: null, limit, value, covers, notInMoney: others };
  if (value === null) return { ...found, result: 'cannot-test', why: why ?? say('nothing of it is in money') };
  return { ...found, result: value <= limit ? 'within' : 'exceeds', why: null };
}

function notInMoney(size: Exclude<RiskSize, { kind: 'quantified' }>): LimitTest {
  return {
    on: 'risk', commonCauseId: null, measure: 'in-money', above: null, unit: null, limit: null, value: null,
    result: 'cannot-test', why: size.why, covers: 0, notInMoney: 1,
  };
}

function* harmTests({ harms = [] }: Risk, limits: AuthorityLimits): Generator<LimitTest, void> {
  for (const { unit, atMost } of limits.harms ?? []) {
    for (const harm of harms) {
      if (harm.unit === unit) yield { ...tested('harm', { on: 'risk', covers: 1 }, atMost, harm.high), unit };
    }
  }
}

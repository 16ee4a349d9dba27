import { say } from '#language/say.ts';
import { meanOfRange } from '#core/exposure/expected-annual-loss.ts';
import type { CommonCauseInput, InputRefusal, InsuranceInput, PortfolioInput, RiskInput } from '#core/exposure/portfolio-input.ts';

const LARGEST_AMOUNT = 1e15;
const LARGEST_RATE = 1e5;
const SMALLEST_RATE = 1e-6;
const WIDEST_RANGE = 1e9;
const LARGEST_BAD_YEAR_VARIANCE = 4;

/** Everything in the input that cannot be computed, in its order; empty where all of it can. */
export function inputRefusals(input: PortfolioInput): readonly InputRefusal[] {
  const refusals: InputRefusal[] = [];
  if (input.risks.length === 0) {
    refusals.push({ place: '/risks', sentence: say('No risk is given, so give at least one with a rate and the range of one loss.') });
  }
  const ids = new Set<string>();
  input.risks.forEach((risk, index) => {
    const place = `/risks/${index}`;
    const faults = [...idFaults(risk.id, ids, 'risk'), ...rangeFaults(risk)];
    for (const fault of faults) refusals.push({ place, sentence: say('Risk "{risk}" {fault}', { risk: risk.id, fault }) });
  });
  for (const refusal of causeRefusals(input.commonCauses ?? [], input.risks)) refusals.push(refusal);
  (input.percentiles ?? []).forEach((p, index) => {
    if (p > 0 && p < 1) return;
    refusals.push({ place: `/percentiles/${index}`, sentence: say('The percentile {p} is not between 0 and 1, so write the 95th as 0.95.', { p: String(p) }) });
  });
  (input.thresholds ?? []).forEach((amount, index) => {
    if (amount >= 0 && amount <= LARGEST_AMOUNT) return;
    refusals.push({ place: `/thresholds/${index}`, sentence: say('The threshold {amount} is not an amount from 0 to 1e15, so give one in plain money.', { amount: String(amount) }) });
  });
  const variance = input.badYearVariance ?? 0;
  if (!(variance >= 0 && variance <= LARGEST_BAD_YEAR_VARIANCE)) {
    refusals.push({ place: '/badYearVariance', sentence: say('The badYearVariance {variance} is not from 0 to {LARGESTBADYEARVARIANCE}, so give 0.25 for years whose rates are half as much apart as they are large, or leave it out.', { variance: String(variance), LARGESTBADYEARVARIANCE: String(LARGEST_BAD_YEAR_VARIANCE) }) });
  }
  if (input.insurance !== undefined) refusals.push(...insuranceRefusals(input.insurance, ids));
  return refusals;
}

/** What keeps one pair of ranges from being computed, each as the rest of a sentence; empty where nothing does. */
export function rangeFaults(risk: RiskInput): readonly string[] {
  return [...rateFaults(risk), ...lossFaults(risk)];
}

function idFaults(id: string, seen: Set<string>, what: string): string[] {
  if (id.trim() === '') return [say('has no id, so give each {what} one of its own.', { what })];
  if (seen.has(id)) return [say('stands in the input twice, so give each {what} an id of its own.', { what })];
  seen.add(id);
  return [];
}

function rateFaults({ rate, rateLow, rateHigh }: RiskInput): string[] {
  const ranged = rateLow !== undefined || rateHigh !== undefined;
  if (rate !== undefined && ranged) return [say('has both a rate and a rate range, so keep the one that is meant.')];
  if (rate !== undefined) return oneRateFaults('rate', rate);
  if (!ranged) return [say('says nothing of how often it happens, so give "rate" or both "rateLow" and "rateHigh" in events a year.')];
  if (rateLow === undefined || rateHigh === undefined) return [say('has one end of its rate range only, so give both "rateLow" and "rateHigh", or "rate".')];
  const faults = [...oneRateFaults('rateLow', rateLow), ...oneRateFaults('rateHigh', rateHigh)];
  if (faults.length > 0) return faults;
  if (rateLow === rateHigh) return [say('has the same rate {rateLow} at both ends of its range, so give it as "rate" or say how far it may be off.', { rateLow: String(rateLow) })];
  if (rateLow > rateHigh) return [say('has a rateLow of {rateLow} above its rateHigh of {rateHigh}, so swap them if they were swapped.', { rateLow: String(rateLow), rateHigh: String(rateHigh) })];
  return [];
}

function oneRateFaults(name: string, rate: number): string[] {
  if (!Number.isFinite(rate)) return [say('has a {name} that is not a finite number, so give events a year.', { name })];
  if (rate === 0) return [say('has a {name} of zero, so leave the risk out or say how rarely it happens.', { name })];
  if (rate < 0) return [say('has a negative {name} of {rate}, so give events a year above 0.', { name, rate: String(rate) })];
  if (rate > LARGEST_RATE) return [say('has a {name} of {rate} events a year, which is above {LARGESTRATE}, so count larger events or check the unit.', { name, rate: String(rate), LARGESTRATE: String(LARGEST_RATE) })];
  if (rate < SMALLEST_RATE) return [say('has a {name} of {rate} events a year, less than one in a million years, so leave the risk out or check the unit.', { name, rate: String(rate) })];
  return [];
}

function lossFaults({ low, high, max }: RiskInput): string[] {
  const faults = [...amountFaults('low', low), ...amountFaults('high', high), ...(max === undefined ? [] : amountFaults('max', max))];
  if (faults.length > 0) return faults;
  if (low === high) return [say('has {low} as both ends of one loss, so give a low end that 1 loss in 20 is below and a high end that 1 in 20 is above.', { low: String(low) })];
  if (low > high) return [say('has a low of {low} above its high of {high}, so swap them if they were swapped.', { low: String(low), high: String(high) })];
  if (high / low > WIDEST_RANGE || meanOfRange(low, high) === null) {
    return [say('has a high end {toPrecision} times its low end, which no estimate supports, so give a range under a billion times wide.', { toPrecision: (high / low).toPrecision(2) })];
  }
  if (max !== undefined && max <= low) return [say('has a max of {max} at or below its low of {low}, so give a max above the range or none.', { max: String(max), low: String(low) })];
  return [];
}

function amountFaults(name: string, amount: number): string[] {
  if (!Number.isFinite(amount)) return [say('has a {name} that is not a finite number, so give an amount of money.', { name })];
  if (amount === 0) return [say('has a {name} of zero, so give an amount above 0, such as the smallest loss worth counting.', { name })];
  if (amount < 0) return [say('has a negative {name} of {amount}, so give losses as amounts above 0.', { name, amount: String(amount) })];
  if (amount > LARGEST_AMOUNT) return [say('has a {name} of {amount}, which is above 1e15, so check its unit.', { name, amount: String(amount) })];
  if (amount < 1 / LARGEST_AMOUNT) return [say('has a {name} of {amount}, which is below 1e-15, so check its unit.', { name, amount: String(amount) })];
  return [];
}

function causeRefusals(causes: readonly CommonCauseInput[], risks: readonly RiskInput[]): InputRefusal[] {
  const refusals: InputRefusal[] = [];
  const seen = new Set<string>();
  const rates = new Map(risks.map((risk) => [risk.id, meanRate(risk)]));
  const shared = new Map<string, number>();
  causes.forEach(({ id, rate, riskIds }, index) => {
    const faults = [...idFaults(id, seen, say('common cause')), ...oneRateFaults('rate', rate)];
    if (riskIds.length === 0) faults.push(say('names no risk, so name those it hits.'));
    if (new Set(riskIds).size < riskIds.length) faults.push(say('names a risk twice, so name each once.'));
    for (const riskId of new Set(riskIds)) {
      const own = rates.get(riskId);
      if (!rates.has(riskId)) faults.push(say('names "{riskId}", which is not among the risks, so add that risk or correct the id.', { riskId }));
      else if (own !== null && own !== undefined) {
        const together = (shared.get(riskId) ?? 0) + rate;
        shared.set(riskId, together);
        if (together > own * (1 + 1e-12)) {
          faults.push(say('brings "{riskId}" to {together} events a year from common causes, above its own {own}, so raise the rate of the risk or lower that of the cause.', { riskId, together: String(together), own: String(Number(own.toPrecision(6))) }));
        }
      }
    }
    for (const fault of faults) refusals.push({ place: `/commonCauses/${index}`, sentence: say('Common cause "{id}" {fault}', { id, fault }) });
  });
  return refusals;
}

function meanRate({ rate, rateLow, rateHigh }: RiskInput): number | null {
  if (rate !== undefined) return rate;
  return rateLow === undefined || rateHigh === undefined ? null : meanOfRange(rateLow, rateHigh);
}

function insuranceRefusals({ retention, limit, riskIds }: InsuranceInput, ids: ReadonlySet<string>): InputRefusal[] {
  const faults = [...amountFaults('retention', retention), ...amountFaults('limit', limit)];
  for (const id of riskIds ?? []) {
    if (!ids.has(id)) faults.push(say('names "{id}", which is not among the risks, so add that risk or correct the id.', { id }));
  }
  return faults.map((fault) => ({ place: '/insurance', sentence: say('The insurance {fault}', { fault }) }));
}

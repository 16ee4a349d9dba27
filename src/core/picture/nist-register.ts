import type { DecisionKind, Risk } from '#core/record/entities.ts';
import { personName, serviceName } from '#core/record/names.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { decisionInForce, isOpen } from '#core/authority/decisions.ts';
import { expectedAnnualLoss, meanOfRange } from '#core/exposure/expected-annual-loss.ts';
import { fixedRate, noEvent, uncertainRate } from '#core/exposure/frequency.ts';
import { pertMean, sizeOfRisk, type RiskSize } from '#core/exposure/risk-size.ts';
import { onDay } from '#core/flags/wording.ts';

/** Planned responses of the schema. */
type NistResponse = 'Accept' | 'Avoid' | 'Transfer' | 'Mitigate';

/**
 * One record of a risk register as NIST IR 8286r1 names its fields (risk_register_schema.json); the schema lets further
 * fields through. Likelihood is the chance in percent of a year with at least one event, impact the average loss of such
 * a year, and the two multiply to the exposure rating, the average over all years.
 */
export interface NistRegisterRecord {
  riskId: string;
  riskDescription: string;
  riskCategory: string;
  riskLikelihood: number;
  riskImpact: number;
  exposureRating: number;
  riskResponseType: readonly NistResponse[];
  riskResponseCost: number;
  riskResponseDescription: string;
  riskOwnerPointOfContact: string;
  status: string;
  /** What the schema has no field for: the stated ranges behind the three numbers. */
  statedRanges?: { lossLow: number; lossHigh: number; eventsLow: number; eventsHigh: number; currency: string };
}

export interface NistRegister {
  records: readonly NistRegisterRecord[];
  /** Open risks without a record: the schema asks for numbers that nobody stated. */
  leftOut: readonly { riskId: string; label: string; why: string }[];
}

/** Every open risk that is in money, in the order of the record, and the others with the reason. */
export function nistRegister(index: RecordIndex): NistRegister {
  const records: NistRegisterRecord[] = [];
  const leftOut: NistRegister['leftOut'][number][] = [];
  for (const risk of index.view.risks.values()) {
    if (!isOpen(index, risk)) continue;
    const size = sizeOfRisk(risk, index.view.policy);
    const numbers = numbersOf(risk, size);
    if (numbers === undefined) leftOut.push({ riskId: risk.id, label: risk.label ?? risk.id, why: 'why' in size ? size.why : 'No range in money is on the record.' });
    else records.push(recordOf(index, risk, numbers));
  }
  return { records, leftOut };
}

type Numbers = Pick<NistRegisterRecord, 'riskLikelihood' | 'riskImpact' | 'exposureRating'>;

/** Likelihood in percent, impact and exposure rating of events at a rate with this average year. */
export function nistNumbers(chanceOfAnEvent: number, mean: number): Numbers {
  return { riskLikelihood: 100 * chanceOfAnEvent, riskImpact: mean / chanceOfAnEvent, exposureRating: mean };
}

function numbersOf(risk: Risk, size: RiskSize): Numbers | undefined {
  const mean = size.kind === 'quantified' ? expectedAnnualLoss(risk.exposure) : size.kind === 'mean-only' ? size.mean : null;
  const chance = chanceOf(risk);
  return mean === null || chance === undefined || !(chance > 0) ? undefined : nistNumbers(chance, mean);
}

/** Chance of a year with at least one event, averaged over a rate that is known as a range. */
function chanceOf({ exposure, statedSize }: Risk): number | undefined {
  const { rateLow, rateHigh } = exposure ?? {};
  if (rateLow !== undefined && rateHigh !== undefined && meanOfRange(rateLow, rateHigh) !== null) {
    if (rateLow === rateHigh) return -Math.expm1(-rateLow);
    return 1 - noEvent(uncertainRate(rateLow, rateHigh));
  }
  if (statedSize?.pertRate !== undefined) return 1 - noEvent(fixedRate(pertMean(statedSize.pertRate)));
  return statedSize?.probability;
}

function recordOf(index: RecordIndex, risk: Risk, numbers: Numbers): NistRegisterRecord {
  const { view } = index;
  const { exposure } = risk;
  const decision = decisionInForce(index, risk.id);
  const type = decision === undefined ? 'Accept' : responses[decision.kind];
  const cost = costOf(index, risk, type);
  const response = decision === undefined
    ? 'No decision is on the record; the risk is carried as it is.'
    : `${type} since ${onDay(decision.at)}${decision.expiresAt === undefined ? '' : ` until ${onDay(decision.expiresAt)}`}.${decision.rationale === undefined ? '' : ` ${decision.rationale}`}`;
  return {
    riskId: risk.id,
    riskDescription: risk.serviceIds.length === 0 ? (risk.label ?? risk.id) : `${risk.label ?? risk.id} (${risk.serviceIds.map((id) => serviceName(view, id)).join(', ')})`,
    riskCategory: risk.category ?? 'Not categorised',
    ...numbers,
    riskResponseType: [type],
    riskResponseCost: cost ?? 0,
    riskResponseDescription: cost === undefined ? `${response} No cost of a response is on the record.` : response,
    riskOwnerPointOfContact: risk.ownerId === undefined || risk.ownerId === '' ? 'Nobody is named' : personName(view, risk.ownerId),
    status: 'open',
    ...(exposure?.rateLow === undefined || exposure.rateHigh === undefined ? {} : {
      statedRanges: {
        lossLow: exposure.low, lossHigh: exposure.high, eventsLow: exposure.rateLow, eventsHigh: exposure.rateHigh,
        currency: exposure.currency ?? view.policy.currency ?? 'USD',
      },
    }),
  };
}

const responses: Readonly<Record<DecisionKind, NistResponse>> = {
  accept: 'Accept', mitigate: 'Mitigate', transfer: 'Transfer', avoid: 'Avoid', stop: 'Avoid', defer: 'Accept', 'pass-up': 'Accept',
};

/** What the response costs a year, where one option and no other stands on the record. */
function costOf(index: RecordIndex, risk: Risk, type: NistResponse): number | undefined {
  if (type === 'Accept') return undefined;
  const [only, ...others] = listOf(index.optionsByRisk, risk.id);
  return others.length === 0 ? only?.costPerYear : undefined;
}

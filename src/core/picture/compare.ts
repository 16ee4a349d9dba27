import type { Picture, PreviousRiskRow, RiskRow } from '#core/picture/picture.ts';

export const compareParts = ['new', 'reopened', 'closed', 're-estimated', 'model-changed', 'first-range', 'range-withdrawn', 'unchanged'] as const;
/**
 * Why the money of two dates differs, each risk under exactly one of these. `new`: not on the record as open or closed
 * on the earlier date; `reopened`: closed then, open now; `model-changed`: carried, with a method stated on both
 * dates and another one on the later;
 * `re-estimated`: carried with another value by the same method; `first-range` and `range-withdrawn`: measured now and
 * not then, and the other way round; `unchanged`: carried at the same value.
 */
export type ComparePart = (typeof compareParts)[number];

export interface ComparedRisk {
  id: string;
  label: string;
  part: ComparePart;
  /** As on the earlier date for a closed risk. */
  teamId: string | null;
  /** The decision owner; `undefined` = the risk was not open on that date, `null` = nobody was named. */
  ownerBefore: string | null | undefined;
  ownerNow: string | null | undefined;
  /** Expected annual loss in whole cents; `null` = no range, or not open on that date. */
  before: number | null;
  now: number | null;
  /** What the risk adds to the total, in whole cents. */
  difference: number;
}

export interface ComparedPart {
  /** Largest difference first. */
  risks: readonly ComparedRisk[];
  /** What the part adds to the total, in whole cents. */
  difference: number;
}

export interface Comparison {
  /** Expected annual loss of the open risks with a range, in whole cents. */
  opening: number;
  closing: number;
  parts: Readonly<Record<ComparePart, ComparedPart>>;
  /** Carried risks that another person decides now, or nobody; they are in one of the parts as well, and add nothing. */
  ownershipMoved: readonly ComparedRisk[];
  /** Open on both dates. */
  carried: number;
  /** The policies that judged the two dates, where they are two. */
  policy: { before: string; now: string } | null;
}

/**
 * The two dates of a picture against each other. Every risk is rounded to the cent before anything is added, so the
 * parts add up to the difference exactly: opening + parts = closing, with no remainder (whole cents are exact up to
 * 90 trillion in the record's currency).
 */
export function compareDates(picture: Picture): Comparison {
  const before = new Map(picture.previousRisks.map((risk) => [risk.id, risk]));
  const reopened = new Set(picture.reopenedRiskIds);
  const open = new Set(picture.risks.map((risk) => risk.id));
  const risks = [
    ...picture.risks.map((risk) => compared(risk, before.get(risk.id), reopened.has(risk.id))),
    ...picture.previousRisks.filter((risk) => !open.has(risk.id)).map(closed),
  ];
  const { previousPolicyVersion } = picture;
  return {
    opening: total(picture.previousRisks),
    closing: total(picture.risks),
    parts: {
      new: partOf(risks, 'new'), reopened: partOf(risks, 'reopened'), closed: partOf(risks, 'closed'),
      're-estimated': partOf(risks, 're-estimated'), 'model-changed': partOf(risks, 'model-changed'),
      'first-range': partOf(risks, 'first-range'), 'range-withdrawn': partOf(risks, 'range-withdrawn'), unchanged: partOf(risks, 'unchanged'),
    },
    ownershipMoved: risks.filter(({ ownerBefore, ownerNow }) => ownerBefore !== undefined && ownerNow !== undefined && ownerBefore !== ownerNow),
    carried: risks.filter(({ ownerBefore, ownerNow }) => ownerBefore !== undefined && ownerNow !== undefined).length,
    policy: previousPolicyVersion === undefined ? null : { before: previousPolicyVersion, now: picture.policyVersion },
  };
}

/** What the parts do not explain, in whole cents: always zero. */
export function remainder({ opening, closing, parts }: Comparison): number {
  return closing - opening - compareParts.reduce((sum, part) => sum + parts[part].difference, 0);
}

function compared(risk: RiskRow, earlier: PreviousRiskRow | undefined, reopened: boolean): ComparedRisk {
  const now = cents(risk.expectedAnnualLoss);
  const before = earlier === undefined ? null : cents(earlier.expectedAnnualLoss);
  return {
    id: risk.id, label: risk.label, teamId: risk.owningTeamId, before, now,
    part: earlier === undefined ? (reopened ? 'reopened' : 'new') : carriedPart(before, now, earlier.estimateMethod, risk.estimate?.method ?? undefined),
    ownerBefore: earlier?.ownerId, ownerNow: risk.ownerId,
    difference: (now ?? 0) - (before ?? 0),
  };
}

function carriedPart(before: number | null, now: number | null, methodBefore: string | undefined, methodNow: string | undefined): ComparePart {
  if (before === null) return now === null ? 'unchanged' : 'first-range';
  if (now === null) return 'range-withdrawn';
  if (methodBefore !== undefined && methodNow !== undefined && methodBefore !== methodNow) return 'model-changed';
  return before === now ? 'unchanged' : 're-estimated';
}

function closed(risk: PreviousRiskRow): ComparedRisk {
  const before = cents(risk.expectedAnnualLoss);
  return {
    id: risk.id, label: risk.label, part: 'closed', teamId: risk.owningTeamId, before, now: null,
    ownerBefore: risk.ownerId, ownerNow: undefined, difference: 0 - (before ?? 0),
  };
}

function partOf(risks: readonly ComparedRisk[], part: ComparePart): ComparedPart {
  const own = risks.filter((risk) => risk.part === part)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.id < b.id ? -1 : 1));
  return { risks: own, difference: own.reduce((sum, risk) => sum + risk.difference, 0) };
}

function total(risks: readonly { expectedAnnualLoss: number | null }[]): number {
  return risks.reduce((sum, risk) => sum + (cents(risk.expectedAnnualLoss) ?? 0), 0);
}

function cents(amount: number | null): number | null {
  return amount === null ? null : Math.round(amount * 100);
}

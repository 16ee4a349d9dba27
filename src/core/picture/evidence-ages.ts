import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import type { MeasuredRow } from '#core/picture/measured.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';

/** An open risk and the newest measurement it rests on. */
export interface Claim {
  risk: RiskRow;
  measured: MeasuredRow;
  /** Past the days the policy gives a measurement of its kind. */
  older: boolean;
}

/** Claims of one kind of measurement that are asked for equally often. */
export interface AgeRow {
  kind: string;
  limitDays: number;
  /** Newest measurement first. */
  claims: readonly Claim[];
}

export interface EvidenceAges {
  /** The shortest agreed age first. */
  rows: readonly AgeRow[];
  /** Of all rows: the furthest past its agreed age first. */
  older: readonly Claim[];
  never: readonly RiskRow[];
  /** Within its age and clean, and of less than the policy asks for. */
  narrow: readonly Claim[];
  /** Open risks looked at. */
  count: number;
  /** Expected annual loss of what is older or was never measured, and of all; `null` = none of them has a range. */
  carried: number | null;
  total: number | null;
}

/** How old the newest measurement behind each open risk is, against the age its kind may have by the policy (I6). */
export function evidenceAges(picture: Picture, filter: RiskFilter = {}): EvidenceAges {
  const risks = risksMatching(picture, filter);
  const claims = risks.flatMap((risk): Claim[] =>
    risk.measured === undefined ? [] : [{ risk, measured: risk.measured, older: risk.measured.ageDays > risk.measured.limitDays }]);
  const never = risks.filter((risk) => risk.measured === undefined);
  const older = claims.filter((claim) => claim.older).sort((a, b) => past(b) - past(a) || (a.risk.id < b.risk.id ? -1 : 1));
  const groups = Map.groupBy(claims, ({ measured }) => `${measured.kind} ${measured.limitDays}`);
  const rows = [...groups.values()].flatMap((held): AgeRow[] => {
    const [first] = held;
    if (first === undefined) return [];
    return [{ kind: first.measured.kind, limitDays: first.measured.limitDays, claims: held.sort((a, b) => a.measured.ageDays - b.measured.ageDays || (a.risk.id < b.risk.id ? -1 : 1)) }];
  });
  return {
    rows: rows.sort((a, b) => a.limitDays - b.limitDays || (a.kind < b.kind ? -1 : 1)),
    older,
    never,
    narrow: claims.filter((claim) => !claim.older && claim.measured.tooNarrow !== undefined),
    count: risks.length,
    carried: lossOf([...older.map((claim) => claim.risk), ...never]),
    total: lossOf(risks),
  };
}

/** Days past the agreed age; below zero while it holds. */
export function past({ measured }: Claim): number {
  return measured.ageDays - measured.limitDays;
}

/** Sum of what has a range; `null` where nothing has. */
export function lossOf(risks: readonly { expectedAnnualLoss: number | null }[]): number | null {
  const known = risks.flatMap(({ expectedAnnualLoss }) => expectedAnnualLoss ?? []);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}

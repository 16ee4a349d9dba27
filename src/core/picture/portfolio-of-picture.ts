import { say } from '#language/say.ts';
import { inputRefusals, rangeFaults } from '#core/exposure/input-refusals.ts';
import type { CommonCauseInput, PortfolioInput, RiskInput } from '#core/exposure/portfolio-input.ts';
import { inputOfRange, type RiskSize } from '#core/exposure/risk-size.ts';
import type { CommonCauseRow } from '#core/picture/common-cause-row.ts';
import type { Picture, RiskRow, Share } from '#core/picture/picture.ts';

/** The risks of a picture sorted by how far they are in money; every risk stands in exactly one list. */
export interface PicturePortfolio {
  /** What the engine takes: the quantified risks and the common causes that hit them. Its list of risks may be empty. */
  input: PortfolioInput;
  quantified: readonly RiskRow[];
  /** An average year and no curve. */
  meanOnly: readonly Unquantified<'mean-only'>[];
  /** An interval for the average year, to be totalled apart. */
  bounded: readonly Unquantified<'bounded'>[];
  /** Listed apart: never mixed into a total. */
  otherCurrency: readonly Unquantified<'other-currency'>[];
  unquantified: readonly Unquantified<'unquantified'>[];
  /** "Covers N of M risks". */
  covers: Share;
  /** Common causes that cannot be computed as they stand, and why; their risks count as unrelated. */
  leftOut: readonly { cause: CommonCauseRow; why: string }[];
}

/** A risk that is not on the curve, with the reason. */
export interface Unquantified<K extends RiskSize['kind']> {
  risk: RiskRow;
  size: Extract<RiskSize, { kind: K }>;
}

/** The portfolio of all open risks of a picture, or of those given, such as the risks behind a filter. */
export function portfolioOfPicture(picture: Picture, risks: readonly RiskRow[] = picture.risks): PicturePortfolio {
  const quantified: RiskRow[] = [];
  const inputs: RiskInput[] = [];
  const lists: Lists = { meanOnly: [], bounded: [], otherCurrency: [], unquantified: [] };
  for (const risk of risks) {
    const size = sizeOfRow(risk);
    const input = size.kind === 'quantified' ? inputOfRow(risk) : undefined;
    if (input === undefined) sort(lists, risk, size);
    else {
      quantified.push(risk);
      inputs.push(input);
    }
  }
  const { causes, leftOut } = usableCauses(picture.commonCauses ?? [], inputs);
  return {
    input: { risks: inputs, ...(causes.length === 0 ? {} : { commonCauses: causes }) },
    quantified, ...lists, covers: { with: quantified.length, total: risks.length }, leftOut,
  };
}

/** The size a row carries; where it carries none, what its ranges say. */
export function sizeOfRow(risk: Pick<RiskRow, 'size' | 'exposure'>): RiskSize {
  if (risk.size !== undefined) return risk.size;
  const input = risk.exposure === null ? undefined : inputOfRange('', risk.exposure);
  if (input !== undefined && rangeFaults(input).length === 0) return { kind: 'quantified' };
  return { kind: 'unquantified', why: say('No range in money is on the record.') };
}

/** A quantified row as the engine takes it, with the team that owns it and the process it ships through. */
export function inputOfRow({ id, exposure, owningTeamId, processId }: RiskRow): RiskInput | undefined {
  const input = exposure === null ? undefined : inputOfRange(id, exposure);
  if (input === undefined) return undefined;
  return {
    ...input,
    ...(owningTeamId === null ? {} : { team: owningTeamId }),
    ...(processId === null ? {} : { process: processId }),
  };
}

interface Lists {
  meanOnly: Unquantified<'mean-only'>[];
  bounded: Unquantified<'bounded'>[];
  otherCurrency: Unquantified<'other-currency'>[];
  unquantified: Unquantified<'unquantified'>[];
}

function sort(lists: Lists, risk: RiskRow, size: RiskSize): void {
  switch (size.kind) {
    case 'mean-only':
      lists.meanOnly.push({ risk, size });
      break;
    case 'bounded':
      lists.bounded.push({ risk, size });
      break;
    case 'other-currency':
      lists.otherCurrency.push({ risk, size });
      break;
    case 'unquantified':
      lists.unquantified.push({ risk, size });
      break;
    case 'quantified':
      lists.unquantified.push({ risk, size: { kind: 'unquantified', why: say('No range in money is on the record.') } });
      break;
  }
}

function usableCauses(rows: readonly CommonCauseRow[], risks: readonly RiskInput[]) {
  const ids = new Set(risks.map(({ id }) => id));
  const causes: CommonCauseInput[] = [];
  const leftOut: { cause: CommonCauseRow; why: string }[] = [];
  for (const cause of rows) {
    const riskIds = cause.riskIds.filter((id) => ids.has(id));
    if (riskIds.length === 0) continue;
    const [refusal] = cause.rate === null
      ? [{ sentence: say('Common cause "{cause}" has no rate on the record.', { cause: cause.label }) }]
      : inputRefusals({ risks, commonCauses: [...causes, { id: cause.id, rate: cause.rate, riskIds }] });
    if (refusal !== undefined) leftOut.push({ cause, why: refusal.sentence });
    else if (cause.rate !== null) causes.push({ id: cause.id, rate: cause.rate, riskIds });
  }
  return { causes, leftOut };
}

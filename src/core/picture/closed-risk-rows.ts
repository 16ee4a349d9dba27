import { addDays, dayOf, previousQuarterEnd, type When } from '#core/time.ts';
import type { Risk } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { isOpen } from '#core/authority/decisions.ts';
import { meanOfSize, sizeOfRisk } from '#core/exposure/risk-size.ts';
import { clockOf } from '#core/flags/urgency.ts';
import { whoKnewWhen } from '#core/information/who-knew-when.ts';
import type { ClosedRiskRow, Picture } from '#core/picture/picture.ts';
import { decisionRows, escalationRows, ownerOf } from '#core/picture/risk-row.ts';

/** Quarters before the present one that a look back covers. */
const QUARTERS_BACK = 7;

/** Risks closed since the first pack's cut-off or the start of the quarters that are looked back on, the newest first. */
export function closedSince(index: RecordIndex): Pick<Picture, 'closedRisks'> {
  const from = dayOf(lookBack(index));
  const rows = [...index.view.risks.values()].flatMap((risk) => {
    const { closedAt } = risk;
    return closedAt === undefined || isOpen(index, risk) || dayOf(closedAt) < from ? [] : [rowOf(index, risk, closedAt)];
  });
  if (rows.length === 0) return {};
  return { closedRisks: rows.sort((a, b) => dayOf(b.closedAt) - dayOf(a.closedAt) || (a.id < b.id ? -1 : 1)) };
}

function lookBack(index: RecordIndex): When {
  let end = previousQuarterEnd(index.asOf);
  for (let back = 0; back < QUARTERS_BACK; back++) end = previousQuarterEnd(end);
  let first = addDays(end, 1);
  for (const pack of index.view.packs.values()) {
    const cutoff = pack.cutoff ?? pack.at;
    if (dayOf(cutoff) < dayOf(first)) first = cutoff;
  }
  return first;
}

function rowOf(index: RecordIndex, risk: Risk, closedAt: When): ClosedRiskRow {
  const { line, firstKnownAt } = whoKnewWhen(index, risk);
  const first = line.find((knowing) => knowing.counts);
  return {
    id: risk.id,
    label: risk.label ?? risk.id,
    ownerId: ownerOf(index, risk),
    openedAt: risk.openedAt,
    closedAt,
    decisionNeededBy: risk.decisionNeededBy ?? addDays(risk.openedAt, clockOf(index, risk)),
    expectedAnnualLoss: meanOfSize(risk, sizeOfRisk(risk, index.view.policy)),
    firstKnownAt: firstKnownAt ?? null,
    firstKnownBy: first === undefined ? null : { kind: first.kind, id: first.id },
    decisions: decisionRows(index, risk.id),
    escalations: escalationRows(index, risk.id),
  };
}

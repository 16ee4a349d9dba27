import type { Decision, DecisionKind, Evidence, Person, Risk } from '#core/record/entities.ts';
import { isBlank, partsOf } from '#importers/csv/cell-text.ts';
import type { RowCells } from '#importers/csv/row-cells.ts';
import { decisionKindOf } from '#importers/matching/decision-words.ts';
import { definedOnly } from '#importers/matching/stamp.ts';
import { storedText } from '#importers/reading/stored-text.ts';
import type { RegisterField } from '#importers/register/register-fields.ts';
import { personIn, type RegisterReading, type RowDates } from '#importers/register/risk-row.ts';
import { isUndecided, statusOf } from '#importers/register/words.ts';

/**
 * The decision a row carries, if any: a kind in the decision column, the status `accepted`, or an acceptance
 * that is dated or signed. Without a named maker it is recorded without one, and never taken as the owner's.
 */
export function decisionOf(
  risk: Risk,
  cells: RowCells<RegisterField>,
  dates: RowDates,
  heldAt: (id: string) => string | undefined,
  reading: RegisterReading,
): { decision: Decision; persons: readonly Person[] } | undefined {
  const kind = kindOf(cells, reading);
  if (kind === undefined) return undefined;
  const maker = personIn(cells.get('decidedBy'), reading);
  if (maker.id === undefined) reading.tally.decisionsWithoutMaker += 1;
  reading.tally.decisions += 1;
  const id = `${risk.id}:${kind}:${dates.decidedAt ?? 'undated'}`;
  const rationale = cells.get('rationale');
  const decision: Decision = {
    id,
    riskId: risk.id,
    kind,
    byId: maker.id,
    at: dates.decidedAt ?? heldAt(id) ?? reading.at,
    expiresAt: kind === 'accept' || kind === 'defer' ? dates.acceptedUntil : undefined,
    rationale: isBlank(rationale) ? undefined : storedText(rationale),
  };
  return { decision: definedOnly(decision), persons: maker.persons };
}

function kindOf(cells: RowCells<RegisterField>, reading: RegisterReading): DecisionKind | undefined {
  const word = cells.get('decision');
  if (!isBlank(word)) {
    const kind = decisionKindOf(word);
    if (kind === undefined && !isUndecided(word)) reading.tally.unknownDecisions.add(word);
    return kind;
  }
  if (statusOf(cells.get('status')) === 'accepted') return 'accept';
  const signed = (['acceptedUntil', 'decidedBy', 'decidedAt'] as const).some(
    (field) => /^accept/i.test(cells.column(field)) && !isBlank(cells.get(field)),
  );
  return signed ? 'accept' : undefined;
}

/** The evidence a row states in a column of its own, dated by its own column or by the opening of the risk. */
export function evidenceOf(
  risk: Risk,
  cells: RowCells<RegisterField>,
  dates: RowDates,
  reading: RegisterReading,
): { evidence: Evidence; persons: readonly Person[] } | undefined {
  const text = cells.get('evidence');
  if (isBlank(text)) return undefined;
  const known = partsOf(cells.get('knownBy')).map((part) => personIn(part, reading));
  const knownBy = known.flatMap(({ id }) => (id === undefined ? [] : [id]));
  reading.tally.evidence += 1;
  const evidence: Evidence = {
    id: `${risk.id}:evidence:${dates.evidenceAt ?? 'undated'}`,
    label: storedText(text),
    riskId: risk.id,
    at: dates.evidenceAt ?? risk.openedAt,
    kind: 'statement',
    knownBy: knownBy.length === 0 ? undefined : knownBy,
  };
  return { evidence: definedOnly(evidence), persons: known.flatMap(({ persons }) => persons) };
}

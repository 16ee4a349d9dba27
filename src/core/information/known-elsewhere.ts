import { dayOf } from '#core/time.ts';
import type { Evidence, Risk } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';

/**
 * Evidence attached elsewhere that bears on this risk: it names the risk, or shares its defect class, a component or a
 * release, and no later check on the risk answers it. Code lineage first, people second.
 */
export function knownElsewhere(index: RecordIndex, risk: Risk): readonly Evidence[] {
  const naming = listOf(index.evidenceNaming, risk.id);
  const findings = listOf(index.findingsByRisk, risk.id);
  if (naming.length === 0 && findings.length === 0 && risk.defectClass === undefined) return naming;
  const lists = [naming];
  for (const { component, introducedReleaseId } of findings) {
    lists.push(listOf(index.evidenceByComponent, component), listOf(index.evidenceByRelease, introducedReleaseId));
  }
  lists.push(ofClass(index, risk.defectClass));
  for (const { defectClass } of findings) lists.push(ofClass(index, defectClass));
  if (lists.every((list) => list.length === 0)) return naming;
  return [...new Set(lists.flat())].filter((piece) => piece.riskId !== risk.id && !isAnswered(index, risk, piece));
}

function ofClass(index: RecordIndex, defectClass: string | undefined): readonly Evidence[] {
  const pieces = listOf(index.evidenceByDefectClass, defectClass);
  return pieces.length === 0 || defectClass === undefined || isGenericClass(defectClass) ? [] : pieces;
}

/**
 * Classes so wide that two findings of one class need have nothing in common. A bare CWE number is one too; with a
 * framework or a component behind it (`CWE-89/orders-api`) it is a lead.
 */
export function isGenericClass(defectClass: string): boolean {
  const text = defectClass.trim().toLowerCase();
  return generic.has(text) || /^cwe-\d+$/.test(text);
}

const generic: ReadonlySet<string> = new Set([
  'xss', 'cross-site scripting', 'sqli', 'sql injection', 'sql-injection', 'injection', 'csrf', 'ssrf', 'rce', 'dos',
  'misconfiguration', 'vulnerability', 'other', 'unknown',
]);

/** A check on this risk, made no earlier, that says it answers the piece. */
function isAnswered(index: RecordIndex, risk: Risk, piece: Evidence): boolean {
  return listOf(index.answersTo, piece.id).some(
    (check) => check.riskId === risk.id && dayOf(check.at) >= dayOf(piece.at),
  );
}

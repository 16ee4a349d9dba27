import { daysBetween } from '#core/time.ts';
import type { Risk, Urgency } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { ageLimit, measurementOf } from '#core/information/measurement.ts';
import type { RiskRow } from '#core/picture/picture.ts';

/** The newest measurement attached to a risk, as the rule about unmeasured risks finds it (I6); nothing where nobody measured. */
export function measuredRow(index: RecordIndex, risk: Risk, urgency: Urgency): Pick<RiskRow, 'measured'> {
  const found = measurementOf(index, risk, urgency, listOf(index.evidenceByRisk, risk.id));
  if (found.state === 'never') return {};
  const { id, kind, at, teamId = null } = found.newest;
  return {
    measured: {
      evidenceId: id, kind, at, teamId,
      ageDays: daysBetween(at, index.asOf),
      limitDays: ageLimit(index, urgency, kind) ?? 0,
      ...(found.state === 'too-narrow' ? { tooNarrow: { covered: found.coverage ?? null, needed: found.needed } } : {}),
    },
  };
}

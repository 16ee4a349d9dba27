import { dayOf } from '#core/time.ts';
import type { Urgency } from '#core/record/entities.ts';
import { kept } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { Flag } from '#core/flags/flag.ts';
import { urgencyOf } from '#core/flags/urgency.ts';

interface Row {
  flag: Flag;
  since: number;
  /** High end of one loss times the days of the condition; of a risk without a range that of the largest of its band. */
  size: number;
  risk: Sized | undefined;
}

interface Sized {
  band: Urgency;
  /** High end of one loss; undefined = no range. */
  high: number | undefined;
}

/**
 * Flags over many risks, by the high end of one loss times the days the condition has held. A risk without a range is
 * put on top of its clock band: level with the largest of that band, and before it. What is not about a risk comes last.
 */
export function bySize(index: RecordIndex, flags: readonly Flag[]): Flag[] {
  const risks = new Map<string, Sized | undefined>();
  const largest: Record<Urgency, number> = { U3: 0, U14: 0, U60: 0, U180: 0 };
  const rows = flags.map((flag): Row => {
    const risk = flag.subjectKind === 'risk' ? kept(risks, flag.subject, () => sizedRisk(index, flag.subject)) : undefined;
    const since = dayOf(flag.since);
    if (risk?.high === undefined) return { flag, since, size: -1, risk };
    const size = risk.high * Math.max(1, index.day - since);
    if (size > largest[risk.band]) largest[risk.band] = size;
    return { flag, since, size, risk };
  });
  for (const row of rows) if (row.risk !== undefined && row.risk.high === undefined) row.size = largest[row.risk.band];
  return rows.sort(inOrder).map((row) => row.flag);
}

function sizedRisk(index: RecordIndex, riskId: string): Sized | undefined {
  const risk = index.view.risks.get(riskId);
  return risk === undefined ? undefined : { band: urgencyOf(index, risk), high: risk.exposure?.high };
}

function inOrder(a: Row, b: Row): number {
  return b.size - a.size || unquantified(b) - unquantified(a) || a.since - b.since || bySubject(a.flag, b.flag);
}

function unquantified({ risk }: Row): number {
  return risk !== undefined && risk.high === undefined ? 1 : 0;
}

function bySubject(a: Flag, b: Flag): number {
  return a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0;
}

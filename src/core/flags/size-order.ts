import { dayOf } from '#core/time.ts';
import type { Urgency } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { Flag } from '#core/flags/flag.ts';
import { urgencyOf } from '#core/flags/urgency.ts';

/**
 * Flags over many risks, by the high end of one loss times the days the condition has held. A risk without a range is
 * put on top of its clock band: level with the largest of that band, and before it. What is not about a risk comes last.
 */
export function bySize(index: RecordIndex, flags: readonly Flag[]): Flag[] {
  const largest = new Map<Urgency, number>();
  const sizes = flags.map((flag) => {
    const risk = flag.subjectKind === 'risk' ? index.view.risks.get(flag.subject) : undefined;
    const since = dayOf(flag.since);
    if (risk === undefined) return { flag, since, band: undefined, size: -1, unquantified: false };
    const band = urgencyOf(index, risk);
    const days = Math.max(1, index.day - since);
    const size = risk.exposure === undefined ? 0 : risk.exposure.high * days;
    largest.set(band, Math.max(largest.get(band) ?? 0, size));
    return { flag, since, band, size, unquantified: risk.exposure === undefined };
  });
  const placed = sizes.map((row) => ({
    ...row,
    size: row.unquantified && row.band !== undefined ? (largest.get(row.band) ?? 0) : row.size,
  }));
  placed.sort(
    (a, b) =>
      b.size - a.size || Number(b.unquantified) - Number(a.unquantified) || a.since - b.since || bySubject(a.flag, b.flag),
  );
  return placed.map((row) => row.flag);
}

function bySubject(a: Flag, b: Flag): number {
  return a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0;
}

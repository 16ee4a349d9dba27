import { dayOf, type When } from '#core/time.ts';
import type { ExposureRange } from '#core/record/entities.ts';
import { recordedWhen } from '#core/record/entry.ts';
import type { RecordView } from '#core/record/view.ts';

/** The range of a risk that was on the record before a day; undefined where none was by then. */
export function rangeBefore(view: RecordView, riskId: string, when: When): ExposureRange | undefined {
  const day = dayOf(when);
  return view.rangeVersions.get(riskId)?.findLast((version) => dayOf(recordedWhen(version)) < day)?.entity.exposure;
}

import { dayOf } from '#core/time.ts';
import type { Mapping } from '#core/record/mapping.ts';

/** True while nobody has taken a mapping back: it counts up to the day before `withdrawnAt`. `day` is a day number. */
export function mappingInForce({ withdrawnAt }: Mapping, day: number): boolean {
  return withdrawnAt === undefined || dayOf(withdrawnAt) > day;
}

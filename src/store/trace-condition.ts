import type { When } from '#core/time.ts';
import type { Parameter } from '#store/database.ts';
import { shippedDay } from '#store/finding-span.ts';
import { endOfDay } from '#store/moment.ts';

/** True where `finding f` became public after the release that brought it had shipped. */
export const becamePublicLater = `f.after_shipping`;

/** True where no origin of `finding f` is recorded and it is not bought in; the rule about origins counts the same. */
const untraced = `(f.introduced_team is null and f.introduced_release is null and not f.is_external)`;

/** The weakness of `finding f`, else the rule of its tool. */
export const defectKind = `coalesce(f.defect_class, f.body ->> 'externalId')`;

/** Day `finding f` got in: that of its release, as held before the moment `end` (a parameter), else the day it was found. */
export function introducedDay(end: string): string {
  return `coalesce(${shippedDay(end)}, f.at_day)`;
}

/** What a list asks about where findings came from, beside stages and teams. */
export interface TraceQuery {
  /** Neither a team nor a release is recorded that introduced it, and it is no bought-in component: what the rule about origins counts. */
  origin?: 'untraced' | undefined;
  /** Became public after the release that brought it had shipped, or not, or not known to. */
  afterShipping?: boolean | undefined;
  introducedReleaseId?: string | undefined;
  /** Its weakness, or the rule of the tool where it has none. */
  kind?: string | undefined;
  /** Got in after this day: its release shipped later or, where no release is recorded, it was found later. */
  introducedAfter?: When | undefined;
}

/** What selects, of `finding f`, those a filter asks for. */
export function traceConditions(filter: TraceQuery & { asOf: When }, value: (parameter: Parameter) => string): string[] {
  const { origin, afterShipping, introducedReleaseId, kind, introducedAfter } = filter;
  const parts: string[] = [];
  if (origin !== undefined) parts.push(untraced);
  if (afterShipping !== undefined) parts.push(afterShipping ? becamePublicLater : `not ${becamePublicLater}`);
  if (introducedReleaseId !== undefined) parts.push(`f.introduced_release = ${value(introducedReleaseId)}`);
  if (kind !== undefined) parts.push(`${defectKind} = ${value(kind)}`);
  if (introducedAfter !== undefined) parts.push(`${introducedDay(value(endOfDay(filter.asOf)))} > ${value(introducedAfter)}`);
  return parts;
}

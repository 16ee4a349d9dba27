import { dayOf, isoDay, type When } from '#core/time.ts';
import { say } from '#language/say.ts';
import type { Finding } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import { introducingTeam } from '#core/release/introducing-team.ts';

/** One kind of defect that got past the stage that made it again, after it had been fixed once, in what one team made of one service. */
export interface RepeatEscape {
  /** `null` = the record does not say. */
  introducedTeamId: string | null;
  serviceId: string;
  /** A weakness such as `CWE-79`, else the rule of the tool. */
  kind: string;
  kindIs: 'weakness' | 'rule';
  /** All escaped findings of that kind, team and service on the record. */
  escapes: number;
  /** Of those, the ones that got in after the first of them was fixed; at least one. */
  again: number;
  open: number;
  firstFixedOn: When;
  /** When the last of them was found. */
  lastOn: When;
}

/** The kinds that escaped again, the one found last first; `rows` may be cut, `total` is exact. */
export interface RepeatEscapes {
  rows: readonly RepeatEscape[];
  total: number;
}

/** Rows given at most. */
export const MOST_REPEATS = 50;

/**
 * Counts them over the findings a view holds. A finding escaped where both stages are recorded and differ; one that became
 * public after shipping did not. It got in when its release shipped, else when it was found: old code that is scanned late is no
 * repetition. A shield in front of a defect is no fix of it.
 */
export function repeatEscapes(view: RecordView, findings: Iterable<Finding>): RepeatEscapes {
  const today = dayOf(view.asOf);
  const groups = Map.groupBy([...findings].filter((finding) => hasEscaped(finding) && kindOf(finding) !== undefined && dayOf(finding.at) <= today), (finding) =>
    JSON.stringify([introducingTeam(view, finding) ?? null, finding.serviceId, kindOf(finding)]));
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group;
    const fixes = group.flatMap((finding) => (finding.fixKind === 'shield' ? [] : (fixedDay(finding, today) ?? [])));
    if (first === undefined || fixes.length === 0) return [];
    const firstFix = Math.min(...fixes);
    const again = group.filter((finding) => introducedDay(view, finding) > firstFix).length;
    if (again === 0) return [];
    return [{
      introducedTeamId: introducingTeam(view, first) ?? null, serviceId: first.serviceId, kind: kindOf(first) ?? '',
      kindIs: first.defectClass === undefined ? 'rule' as const : 'weakness' as const,
      escapes: group.length, again, open: group.filter((finding) => fixedDay(finding, today) === undefined).length,
      firstFixedOn: isoDay(firstFix), lastOn: isoDay(Math.max(...group.map(({ at }) => dayOf(at)))),
    }];
  });
  return { rows: rows.toSorted(newestFirst).slice(0, MOST_REPEATS), total: rows.length };
}

/** `Orders made CWE-79 in Shop escape again 2 times after the first was fixed`, of the row found last; and how many kinds more. */
export function repeatSentence({ rows, total }: RepeatEscapes, nameOfTeam: (teamId: string) => string, nameOfService: (serviceId: string) => string): string {
  const [row] = rows;
  if (row === undefined) return say('No kind of defect on the record escaped again after it was fixed');
  const values = { kind: row.kind, service: nameOfService(row.serviceId), team: row.introducedTeamId === null ? '' : nameOfTeam(row.introducedTeamId), times: row.again, kinds: total };
  return row.introducedTeamId === null
    ? say('{kinds, plural, one {One kind of defect} other {# kinds of defect}} escaped again after a fix; the last is {kind} in {service}, {times, plural, one {once} other {# times}}', values)
    : say('{kinds, plural, one {One kind of defect} other {# kinds of defect}} escaped again after a fix; the last is {kind} in what {team} ships as {service}, {times, plural, one {once} other {# times}}', values);
}

function newestFirst(a: RepeatEscape, b: RepeatEscape): number {
  const key = ({ introducedTeamId, serviceId, kind }: RepeatEscape): string => `${serviceId}\n${kind}\n${introducedTeamId ?? ''}`;
  return a.lastOn === b.lastOn ? (key(a) < key(b) ? -1 : 1) : a.lastOn < b.lastOn ? 1 : -1;
}

function hasEscaped({ introducedStageId, foundStageId, afterShipping }: Finding): boolean {
  return introducedStageId !== undefined && foundStageId !== undefined && introducedStageId !== foundStageId && afterShipping !== true;
}

function kindOf({ defectClass, externalId }: Finding): string | undefined {
  return defectClass ?? externalId;
}

function fixedDay({ at, fixedAt }: Finding, today: number): number | undefined {
  return fixedAt === undefined || dayOf(fixedAt) > today ? undefined : Math.max(dayOf(fixedAt), dayOf(at));
}

function introducedDay(view: RecordView, { at, introducedReleaseId }: Finding): number {
  return dayOf(view.releases.get(introducedReleaseId ?? '')?.at ?? at);
}

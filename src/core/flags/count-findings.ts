import { dayOf, isoDay, type When } from '#core/time.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import type { Finding } from '#core/record/entities.ts';
import type { FindingTallies, FixedTally, HeldUntraced, OpenTally, PassedTally, TallyLimits, UntracedTally } from '#core/record/finding-tallies.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { PolicySettings } from '#core/flags/policy-defaults.ts';
import { isGravest } from '#core/flags/urgency.ts';

/** What the view came with, or else a count over the findings it holds. */
export const talliesOf = perIndex((index: RecordIndex): FindingTallies => {
  const { view, asOf } = index;
  const limits = tallyLimits(index.policy);
  return view.tallies ?? countFindings(view.findings.values(), asOf, { limits, releasedOn: (id) => view.releases.get(id)?.at, held: heldUntraced(view.findings.values(), asOf) });
});

/** How far the rules that read tallies look under a policy. */
export function tallyLimits({ threshold, clock }: PolicySettings): TallyLimits {
  return {
    fixDays: threshold('P5.days'), quickDays: clock.U3, tracedWithin: threshold('P6.days'), passDays: threshold('P9.days'), passCount: threshold('P9.n'),
  };
}

/** The grave ones without an origin among some findings: those a view names one by one. */
export function heldUntraced(findings: Iterable<Finding>, asOf: When): readonly HeldUntraced[] {
  const counts = new Map<string, HeldUntraced>();
  for (const finding of findings) {
    if (!isGraveUntraced(finding, asOf)) continue;
    const at = isoDay(dayOf(finding.at));
    const { serviceId } = finding;
    kept(counts, `${serviceId}\n${at}`, () => ({ serviceId, at, count: 0 })).count += 1;
  }
  return [...counts.values()];
}

/** Open, our own, of the two gravest severities, and nothing is recorded that brought it. */
export function isGraveUntraced(finding: Finding, asOf: When): boolean {
  return isOpenOwn(finding, dayOf(asOf)) && (finding.severity === 'critical' || finding.severity === 'high') && !isTraced(finding);
}

export interface Counting {
  limits: TallyLimits;
  /** Day a release went out, of those the view holds. */
  releasedOn: (releaseId: string) => When | undefined;
  /** What the view names one by one, and the tallies leave out. */
  held: readonly HeldUntraced[];
}

/** Counts findings that are on the record on a date; those that had not happened by then must not be among them. */
export function countFindings(findings: Iterable<Finding>, asOf: When, { limits, releasedOn, held }: Counting): FindingTallies {
  const today = dayOf(asOf);
  const fixed = new Map<string, FixedTally>();
  const open = new Map<string, OpenTally>();
  const passed = new Map<string, Pick<PassedTally, 'serviceId' | 'stageId' | 'defectClass'> & { days: number[] }>();
  const untraced = new Map<string, Map<string, number>>();
  for (const { serviceId, at, count } of held) countDay(untraced, serviceId, at, -count);
  for (const finding of findings) {
    const found = dayOf(finding.at);
    const fixedOn = finding.fixedAt === undefined ? undefined : dayOf(finding.fixedAt);
    if (fixedOn !== undefined && fixedOn >= today - limits.fixDays && fixedOn <= today && finding.fixKind !== 'shield') {
      countFixed(fixed, finding, isGravest(finding) && fixedOn - found <= limits.quickDays, fixedOn);
    }
    if (isOpenOwn(finding, today)) countOpen(open, finding, found);
    if (isGraveUntraced(finding, asOf)) countDay(untraced, finding.serviceId, isoDay(found), 1);
    const { escapedStageId: stageId, defectClass, introducedReleaseId, serviceId } = finding;
    if (stageId === undefined || defectClass === undefined) continue;
    const released = introducedReleaseId === undefined ? undefined : releasedOn(introducedReleaseId);
    const on = released === undefined ? found : dayOf(released);
    if (on >= today - limits.passDays) kept(passed, `${serviceId}\n${stageId}\n${defectClass}`, () => ({ serviceId, stageId, defectClass, days: [] })).days.push(on);
  }
  return {
    fixed: [...fixed.values()],
    open: [...open.values()],
    passed: [...passed.values()].map(({ days, ...kind }) => ({
      ...kind, count: days.length, first: days.toSorted((a, b) => a - b).slice(0, limits.passCount).map(isoDay),
    })),
    untraced: [...untraced].flatMap(([serviceId, days]) => untracedOf(serviceId, days, isoDay(today - limits.tracedWithin))),
  };
}

function countFixed(fixed: Map<string, FixedTally>, { serviceId, fixedByTeamId }: Finding, quick: boolean, on: number): void {
  const tally = kept(fixed, `${serviceId}\n${fixedByTeamId ?? ''}\n${quick}`, (): FixedTally => ({ serviceId, fixedByTeamId, quick, count: 0, newestOn: isoDay(on) }));
  tally.count += 1;
  if (tally.newestOn < isoDay(on)) tally.newestOn = isoDay(on);
}

function countOpen(open: Map<string, OpenTally>, finding: Finding, found: number): void {
  const tally = kept(open, finding.serviceId, (): OpenTally => ({ serviceId: finding.serviceId, count: 0, untraced: 0 }));
  tally.count += 1;
  if (isTraced(finding)) return;
  tally.untraced += 1;
  const at = isoDay(found);
  if (tally.newestUntraced === undefined || tally.newestUntraced < at) tally.newestUntraced = at;
}

function countDay(days: Map<string, Map<string, number>>, serviceId: string, at: When, count: number): void {
  const counts = kept(days, serviceId, () => new Map<string, number>());
  counts.set(at, (counts.get(at) ?? 0) + count);
}

function untracedOf(serviceId: string, days: ReadonlyMap<string, number>, last: When): UntracedTally[] {
  const left = [...days].filter(([at, count]) => at <= last && count > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const [first] = left;
  return first === undefined ? [] : [{ serviceId, count: left.reduce((sum, [, count]) => sum + count, 0), first: first[0] }];
}

function isOpenOwn({ fixedAt, external }: Finding, today: number): boolean {
  return (fixedAt === undefined || dayOf(fixedAt) > today) && external !== true;
}

function isTraced(finding: Finding): boolean {
  return finding.introducedByTeamId !== undefined || finding.introducedReleaseId !== undefined;
}

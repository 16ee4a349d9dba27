import type { Entry } from '#core/record/entry.ts';
import { indexRecord, type RecordIndex } from '#core/record/record-index.ts';
import { personName, riskName, serviceName } from '#core/record/names.ts';
import { findingReach, type FindingReach } from '#core/mapping/finding-reach.ts';
import { routeConditions } from '#core/mapping/route-conditions.ts';
import { proposedOwner } from '#core/authority/proposed-owner.ts';
import type { MappingPreview } from '#contract/mapping.ts';
import { say } from '#language/say.ts';
import { reachView } from '#server/record-view.ts';
import { entriesOfPlan, type MappingPlan, type PlanGround } from '#server/mappings/plan-mapping.ts';

/** Findings named in a preview. */
const NAMED = 10;

/** What a plan would change, by the record as it would stand with it: nothing is written. */
export async function previewMapping(ground: PlanGround, held: readonly Entry[], plan: MappingPlan): Promise<Omit<MappingPreview, 'recordVersion'>> {
  const { context, day, index } = ground;
  // Findings that nothing named before are not among the entries a view is made of.
  const added = [...entriesOfPlan(plan, 'preview'), ...plan.linked.map((entity) => ({ kind: 'findings' as const, entity }))];
  // The pairing of kind and entity is what `Entry` is; `entriesOfPlan` keeps it.
  const entries = [...held, ...added.map((entry) => ({ ...entry, stamp: { recordedAt: day } }) as Entry)];
  const after = indexRecord(await reachView(context.store, entries, day));
  const [before, then] = [findingReach(index), findingReach(after)];
  const mapped = before.unmapped - then.unmapped;
  const risks = plan.riskIds.map((id) => {
    const risk = after.view.risks.get(id);
    const proposed = risk === undefined ? undefined : proposedOwner(after, risk);
    return {
      id, label: riskName(after.view, id), isNew: plan.risks.some((made) => made.id === id), findings: openOf(then, id) - openOf(before, id),
      proposed: proposed === undefined ? null : { name: personName(after.view, proposed.personId) },
    };
  });
  const reached = risks.reduce((sum, { findings }) => sum + findings, 0);
  const moved = Math.max(0, reached - mapped);
  return {
    way: plan.mapping.way, mapped, moved, withoutBefore: before.unmapped, withoutAfter: then.unmapped, risks,
    first: await firstOf(ground, after, plan),
    sentence: sentenceOf(after, plan, mapped, moved),
  };
}

function openOf({ byRisk }: FindingReach, riskId: string): number {
  const of = byRisk.get(riskId);
  return of === undefined ? 0 : of.linked + of.byRule + of.derived;
}

/** The first findings that would reach a risk by it, the gravest first. */
async function firstOf({ context, day, index }: PlanGround, after: RecordIndex, plan: MappingPlan): Promise<MappingPreview['first']> {
  const named = (finding: { id: string; title?: string | undefined; externalId?: string | undefined; serviceId: string }) => ({
    id: finding.id, title: finding.title ?? finding.externalId ?? finding.id, service: serviceName(after.view, finding.serviceId),
  });
  if (plan.linked.length > 0) return plan.linked.slice(0, NAMED).map(named);
  const [all, was] = [routeConditions(after), routeConditions(index)];
  const own = plan.riskIds.map((id) => routeConditions(after, { riskId: id }));
  const reach = { all, own: { ids: [], rules: own.flatMap(({ rules }) => rules), pairs: own.flatMap(({ pairs }) => pairs) } };
  const page = await context.store.findings({ asOf: day, reach, without: was, limit: NAMED });
  return page.findings.map(named);
}

function sentenceOf(after: RecordIndex, { mapping, risks, riskIds }: MappingPlan, mapped: number, moved: number): string {
  const risk = riskName(after.view, mapping.riskId ?? riskIds[0] ?? '');
  switch (mapping.way) {
    case 'link':
      return moved === 0
        ? say('{mapped, plural, =0 {No open finding} one {# open finding} other {# open findings}} without a risk would be linked to {risk}.', { mapped, risk })
        : say('{mapped, plural, =0 {No open finding} one {# open finding} other {# open findings}} without a risk would be linked to {risk}, and {moved, plural, one {# that reaches} other {# that reach}} another risk today.', { mapped, moved, risk });
    case 'rule':
      return moved === 0
        ? say('{mapped, plural, =0 {No open finding} one {# open finding} other {# open findings}} without a risk would reach {risk}, and every later one that the rule matches.', { mapped, risk })
        : say('{mapped, plural, =0 {No open finding} one {# open finding} other {# open findings}} without a risk would reach {risk}, {moved, plural, one {# that reaches} other {# that reach}} another risk today, and every later one that the rule matches.', { mapped, moved, risk });
    case 'derive':
      return say('{risks, plural, one {# derived risk takes} other {# derived risks take}} {mapped, plural, one {# open finding} other {# open findings}} without a risk, and every later one of the same service and weakness family.', { risks: risks.length, mapped });
  }
}

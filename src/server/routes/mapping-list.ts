import { indexRecord, type RecordIndex } from '#core/record/record-index.ts';
import type { Mapping } from '#core/record/mapping.ts';
import { mappingInForce } from '#core/record/mapping-in-force.ts';
import { personName, riskName, serviceName } from '#core/record/names.ts';
import { stampOf } from '#core/record/view.ts';
import { isOpen } from '#core/authority/decisions.ts';
import { findingReach } from '#core/mapping/finding-reach.ts';
import { findingRoutes, groupKey } from '#core/mapping/finding-routes.ts';
import { matches } from '#core/mapping/finding-traits.ts';
import { isOpenFinding, traitsOfCell } from '#core/mapping/mapping-cell.ts';
import { mappingWords } from '#core/mapping/mapping-words.ts';
import { familyIds, familyName } from '#core/mapping/family-names.ts';
import { familyOf } from '#core/mapping/weakness-families.ts';
import type { MappingList, MappingRow } from '#contract/mapping.ts';
import { asOfOr } from '#server/context.ts';
import { inLanguage } from '#language/current.ts';
import type { Route } from '#server/routes/route.ts';

/** Every mapping with what it takes today, and what reaches no risk. */
export const mappingList: Route<'mappingList'> = async ({ query, context }) => {
  const asOf = await asOfOr(context, query.asOf);
  const { view } = await context.pictures.pictureOf(asOf);
  const index = indexRecord(view);
  return inLanguage(context.language, () => ({
    asOf,
    mappings: [...view.mappings.values()].map((mapping) => rowOf(index, mapping)).toSorted(newestInForceFirst),
    families: familyIds.map((id) => ({ id, name: familyName(id) })),
    tools: [...new Set((view.mappingCells ?? []).flatMap(({ tool }) => tool ?? []))].toSorted(),
    unmapped: unmappedGroups(index),
  }));
};

function rowOf(index: RecordIndex, mapping: Mapping): MappingRow {
  const { view } = index;
  const risks = [...(mapping.riskId === undefined ? [] : [mapping.riskId]), ...(mapping.riskIds ?? [])];
  return {
    id: mapping.id, way: mapping.way, at: mapping.at, reason: mapping.reason ?? null, withdrawnAt: mapping.withdrawnAt ?? null,
    by: {
      recordedBy: stampOf(view, 'mappings', mapping.id)?.recordedBy ?? null,
      madeBy: mapping.madeById === undefined ? null : personName(view, mapping.madeById),
    },
    takes: mappingWords(view, mapping),
    risks: risks.map((id) => {
      const risk = view.risks.get(id);
      return { id, label: riskName(view, id), open: risk !== undefined && isOpen(index, risk) };
    }),
    findings: mappingInForce(mapping, index.day) ? openBy(index, mapping) : 0,
  };
}

/** Open findings that reach a risk by one mapping. */
function openBy(index: RecordIndex, { way, riskId = '', riskIds = [], findingIds = [], match }: Mapping): number {
  const { byRisk } = findingReach(index);
  const { linked, teamsOver } = findingRoutes(index);
  switch (way) {
    case 'link':
      return findingIds.filter((id) => {
        const finding = index.view.findings.get(id);
        return finding !== undefined && isOpenFinding(finding, index.day) && linked.get(id)?.includes(riskId) === true;
      }).length;
    case 'rule':
      return (byRisk.get(riskId)?.cells ?? []).filter((cell) => match !== undefined && matches(match, traitsOfCell(cell), teamsOver))
        .reduce((sum, { count }) => sum + count, 0);
    case 'derive':
      return riskIds.reduce((sum, id) => sum + (byRisk.get(id)?.derived ?? 0), 0);
  }
}

function unmappedGroups(index: RecordIndex): MappingList['unmapped'] {
  const groups = new Map<string, MappingList['unmapped'][number]>();
  for (const { serviceId, weakness, count } of findingReach(index).unmappedCells) {
    const family = familyOf(weakness ?? undefined);
    const key = groupKey({ serviceId, family });
    const held = groups.get(key);
    if (held === undefined) groups.set(key, { serviceId, service: serviceName(index.view, serviceId), family, familyName: familyName(family), count });
    else held.count += count;
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count || (a.service < b.service ? -1 : 1) || (a.familyName < b.familyName ? -1 : 1));
}

function newestInForceFirst(a: MappingRow, b: MappingRow): number {
  if ((a.withdrawnAt === null) !== (b.withdrawnAt === null)) return a.withdrawnAt === null ? -1 : 1;
  return a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1;
}

import type { Risk } from '#core/record/entities.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import { mappingInForce } from '#core/record/mapping-in-force.ts';
import type { RecordIndex } from '#core/record/record-index.ts';

/** Ids of the findings a risk rests on by name: its own, then those mapped to it one by one. */
export function linkedFindingIds(index: RecordIndex, { id, findingIds = [] }: Pick<Risk, 'id' | 'findingIds'>): readonly string[] {
  const mapped = mappedByName(index).get(id);
  return mapped === undefined ? findingIds : [...new Set([...findingIds, ...mapped])];
}

const mappedByName = perIndex((index) => {
  const byRisk = new Map<string, string[]>();
  for (const mapping of index.view.mappings.values()) {
    if (mapping.way !== 'link' || mapping.riskId === undefined || !mappingInForce(mapping, index.day)) continue;
    kept(byRisk, mapping.riskId, () => []).push(...(mapping.findingIds ?? []));
  }
  return byRisk;
});

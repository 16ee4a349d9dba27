import type { AskedMapping } from '#contract/mapping.ts';
import type { RiskRow } from '#core/picture/picture.ts';
import { queryOfFindings, type FindingListFilter } from '#web/url/finding-filter.ts';

export type MapWay = AskedMapping['way'];

/** What the form holds. */
export interface MapValues {
  way: MapWay;
  /** All of the list, or the rows that are ticked. */
  which: 'all' | 'ticked';
  riskId: string;
  family: string;
  tool: string;
}

/** The mapping a form asks for; undefined while something it needs is missing. */
export function askedMapping(values: MapValues, filter: FindingListFilter, ticked: readonly string[]): AskedMapping | undefined {
  const { way, which, riskId } = values;
  const findings = which === 'ticked' ? { kind: 'ids' as const, ids: [...ticked] } : { kind: 'query' as const, query: queryText(filter) };
  if (which === 'ticked' && ticked.length === 0 && way !== 'rule') return undefined;
  switch (way) {
    case 'derive': return { way, findings };
    case 'link': return riskId === '' ? undefined : { way, riskId, findings };
    case 'rule': {
      const match = matchOf(values, filter);
      return riskId === '' || Object.keys(match).length === 0 ? undefined : { way, riskId, match };
    }
  }
}

/** What a rule takes from the list (its service, or its team) and from the form. */
export function matchOf({ family, tool }: Pick<MapValues, 'family' | 'tool'>, { serviceId, teamId }: FindingListFilter) {
  return {
    ...(serviceId === undefined ? {} : { serviceIds: [serviceId] }),
    ...(serviceId !== undefined || teamId === undefined ? {} : { teamIds: [teamId] }),
    ...(family === '' ? {} : { families: [family] }),
    ...(tool === '' ? {} : { tools: [tool] }),
  };
}

/** The risk a typed text names: its id, or its name where only one has it. */
export function riskNamed(risks: readonly RiskRow[], text: string): RiskRow | undefined {
  const typed = text.trim();
  const found = risks.find(({ id }) => id === typed);
  if (found !== undefined) return found;
  const [first, second] = risks.filter(({ label }) => label === typed);
  return second === undefined ? first : undefined;
}

function queryText(filter: FindingListFilter): string {
  const values = new URLSearchParams();
  for (const [name, value] of Object.entries(queryOfFindings(filter))) if (value !== undefined) values.set(name, String(value));
  return values.toString();
}

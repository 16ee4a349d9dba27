import { say } from '#language/say.ts';
import type { WorstAnswer } from '#core/exposure/exposure-questions.ts';
import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { placeRows } from '#core/picture/place-rows.ts';

/** What a part of the company brings to an average year and to the bad years. Lines of one list add up to the whole. */
export interface BadYearShare {
  key: string;
  name: string;
  /** Opens the risks of the line. */
  filter: RiskFilter;
  /** Every risk with a part in the line, for what can only be asked of whole risks. */
  riskIds: readonly string[];
  mean: number;
  worst: number;
}

/** By team, over the lines of `placeRows`. Lines that bring nothing are left out; they add nothing. */
export function sharesByTeam(picture: Picture, parts: WorstAnswer['parts']): readonly BadYearShare[] {
  const byRisk = new Map(parts.map((part) => [part.id, part]));
  return placeRows(picture).flatMap(({ kind, teamId, name, filter }) => {
    const own = risksMatching(picture, filter).flatMap(({ id }) => byRisk.get(id) ?? []);
    if (own.length === 0) return [];
    return [{ key: `${kind} ${teamId}`, name, filter, riskIds: own.map(({ id }) => id), mean: sum(own, 'mean'), worst: sum(own, 'worst') }];
  }).sort(byWorst);
}

/**
 * By release process. A risk that ships by several processes is divided by its stated shares; one without shares is a
 * line of its own, so that nothing is counted twice.
 */
export function sharesByProcess(picture: Picture, parts: WorstAnswer['parts']): readonly BadYearShare[] {
  const names = new Map(picture.processes.map(({ id, name }) => [id, name]));
  const risks = new Map(picture.risks.map((risk) => [risk.id, risk]));
  const lines = new Map<string, BadYearShare>();
  for (const { id, mean, worst } of parts) {
    for (const { line, share } of linesOf(risks.get(id), names)) {
      const held = lines.get(line.key) ?? { ...line, riskIds: [], mean: 0, worst: 0 };
      lines.set(line.key, { ...held, riskIds: [...held.riskIds, id], mean: held.mean + share * mean, worst: held.worst + share * worst });
    }
  }
  return [...lines.values()].map((line) => (line.key === 'several' ? { ...line, filter: { ids: line.riskIds } } : line)).sort(byWorst);
}

/** Every risk with a part in a release process, those with a stated share in it included. */
export function riskIdsOfProcess(picture: Picture, processId: string): readonly string[] {
  return picture.risks.flatMap((risk) => {
    const shares = risk.processShares ?? [];
    const within = shares.length > 0 ? shares.some((share) => share.processId === processId) : risk.processId === processId;
    return within ? [risk.id] : [];
  });
}

/** What a release process brings to the bad years: its line of `sharesByProcess`. */
export function shareOfProcess(picture: Picture, processId: string, parts: WorstAnswer['parts']): number {
  return sharesByProcess(picture, parts).find(({ key }) => key === `process ${processId}`)?.worst ?? 0;
}

type Line = Pick<BadYearShare, 'key' | 'name' | 'filter'>;

function linesOf(risk: RiskRow | undefined, names: ReadonlyMap<string, string>): readonly { line: Line; share: number }[] {
  const process = (processId: string): Line => ({ key: `process ${processId}`, name: names.get(processId) ?? processId, filter: { processId } });
  const stated = risk?.processShares ?? [];
  if (stated.length > 0) return stated.map(({ processId, share }) => ({ line: process(processId), share }));
  if (risk !== undefined && risk.processId !== null) return [{ line: process(risk.processId), share: 1 }];
  return risk?.severalProcesses === true
    ? [{ line: { key: 'several', name: say('Several processes'), filter: { severalProcesses: true } }, share: 1 }]
    : [{ line: { key: 'none', name: say('No process recorded'), filter: { noProcess: true } }, share: 1 }];
}

/** What the risks behind a filter bring to the bad years. */
export function shareOf(picture: Picture, filter: RiskFilter, parts: WorstAnswer['parts']): number {
  const ids = new Set(risksMatching(picture, filter).map(({ id }) => id));
  return sum(parts.filter(({ id }) => ids.has(id)), 'worst');
}

function byWorst(a: BadYearShare, b: BadYearShare): number {
  return b.worst - a.worst || (a.key < b.key ? -1 : 1);
}

function sum(parts: readonly { mean: number; worst: number }[], figure: 'mean' | 'worst'): number {
  return parts.reduce((all, part) => all + part[figure], 0);
}

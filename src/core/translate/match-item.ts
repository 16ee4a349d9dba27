import type { Picture } from '#core/picture/picture.ts';

/** What an item of a list means on the record. */
export type ItemMatch =
  | { kind: 'risk' | 'service' | 'process' | 'team'; id: string; name: string; how: 'id' | 'name' | 'close'; riskIds: readonly string[] }
  | { kind: 'closed'; id: string; name: string }
  /** Several names are equally close: said, never guessed. */
  | { kind: 'several'; names: readonly string[] }
  | { kind: 'none' };

interface Candidate {
  kind: 'risk' | 'service' | 'process' | 'team' | 'closed';
  id: string;
  name: string;
  /** The name in lower case, without marks and doubled spaces. */
  plain: string;
  riskIds: readonly string[];
}

/** Finds items on the record of one picture. */
export interface ItemMatcher {
  match(item: string): ItemMatch;
}

/** The most specific first: a risk's own words beat those of the service, the process or the team it is in. */
const order = { risk: 0, closed: 1, service: 2, process: 3, team: 4 } as const;

/**
 * Matches by id, then by name, then by a name that is at most two typing slips away (one in names below eight letters),
 * slips counted as in Damerau's distance: a letter more, less, other, or two swapped. Names shorter than four letters
 * are never matched by closeness.
 */
export function itemMatcher(picture: Picture): ItemMatcher {
  const candidates = candidatesOf(picture);
  const byId = firstBy(candidates, (one) => one.id.toLowerCase());
  const byName = firstBy(candidates, (one) => one.plain);
  return {
    match(item) {
      const plain = plainText(item);
      const whole = byId.get(item.trim().toLowerCase());
      if (whole !== undefined) return found(whole, 'id');
      const named = byName.get(plain);
      if (named !== undefined) return found(named, 'name');
      return closest(candidates, plain);
    },
  };
}

function candidatesOf(picture: Picture): readonly Candidate[] {
  const idsWhere = (test: (risk: Picture['risks'][number]) => boolean) => picture.risks.filter(test).map((risk) => risk.id);
  const closed = new Set(picture.closedRiskIds);
  const all: Omit<Candidate, 'plain'>[] = [
    ...picture.risks.map(({ id, label }) => ({ kind: 'risk' as const, id, name: label, riskIds: [id] })),
    ...picture.previousRisks.filter(({ id }) => closed.has(id)).map(({ id, label }) => ({ kind: 'closed' as const, id, name: label, riskIds: [] })),
    ...picture.services.map(({ id, name }) => ({ kind: 'service' as const, id, name, riskIds: idsWhere((risk) => risk.serviceIds.includes(id)) })),
    ...picture.processes.map(({ id, name }) => ({ kind: 'process' as const, id, name, riskIds: idsWhere((risk) => risk.processId === id) })),
    ...picture.teams.map(({ id, name, end }, index) => {
      const below = new Set(picture.teams.slice(index, end).map((team) => team.id));
      return { kind: 'team' as const, id, name, riskIds: idsWhere((risk) => risk.owningTeamId !== null && below.has(risk.owningTeamId)) };
    }),
  ];
  return all.map((one) => ({ ...one, plain: plainText(one.name) }));
}

function closest(candidates: readonly Candidate[], plain: string): ItemMatch {
  if (plain.length < 4) return { kind: 'none' };
  const allowed = plain.length < 8 ? 1 : 2;
  let least = allowed + 1;
  let best: Candidate[] = [];
  for (const one of candidates) {
    if (one.plain.length < 4 || Math.abs(one.plain.length - plain.length) > allowed) continue;
    const away = slips(one.plain, plain, Math.min(allowed, least));
    if (away < least) {
      least = away;
      best = [one];
    } else if (away === least && away <= allowed) best.push(one);
  }
  const [first, ...others] = best;
  if (first === undefined) return { kind: 'none' };
  if (others.length > 0) return { kind: 'several', names: best.map((one) => one.name) };
  return found(first, 'close');
}

function found({ kind, id, name, riskIds }: Candidate, how: 'id' | 'name' | 'close'): ItemMatch {
  return kind === 'closed' ? { kind, id, name } : { kind, id, name, how, riskIds };
}

/** Letters and digits of any script in lower case, without accents, words one space apart. */
function plainText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function firstBy(candidates: readonly Candidate[], keyOf: (one: Candidate) => string): ReadonlyMap<string, Candidate> {
  const held = new Map<string, Candidate>();
  for (const one of [...candidates].sort((a, b) => order[a.kind] - order[b.kind])) {
    const key = keyOf(one);
    if (key !== '' && !held.has(key)) held.set(key, one);
  }
  return held;
}

/** Optimal string alignment distance (Damerau 1964), or `most + 1` where it is more than `most`. */
export function slips(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1)) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

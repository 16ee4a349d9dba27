import { ROOT, type AuthorityGrant } from '#core/record/entities.ts';
import { quoted } from '#importers/reading/place.ts';
import type { Fault } from '#importers/reading/rejection.ts';
import type { PlacedEntry } from '#importers/workspace/consistency.ts';

export interface CircleFaults {
  /** Rows that are not taken: nobody gives authority to himself. */
  rejected: ReadonlyMap<PlacedEntry, Fault>;
  /** Rows that are taken, with what is said of them: rules end their walk where a line comes back to itself. */
  repaired: readonly Fault[];
}

/**
 * Lines of a workspace that lead back to where they began: a grant to oneself, grants that come from one another and
 * from nobody above, persons who are their own manager over one or more others.
 */
export function circleFaults(entries: readonly PlacedEntry[]): CircleFaults {
  return { rejected: selfGrants(entries), repaired: [...grantCircles(entries), ...managerCircles(entries)] };
}

function selfGrants(entries: readonly PlacedEntry[]): ReadonlyMap<PlacedEntry, Fault> {
  return new Map(entries.flatMap((placed): [PlacedEntry, Fault][] => {
    const { entry, place } = placed;
    if (entry.kind !== 'grants' || entry.entity.granteeId !== entry.entity.grantorId) return [];
    return [[placed, {
      place, code: 'needs-grantor', reason: `grants ${quoted(entry.entity.id)}: ${quoted(entry.entity.granteeId)} is named as giving authority to itself.`,
      remedy: 'Name the person above who gave it, or ROOT where the governing body did.',
    }]];
  }));
}

/** A grant whose giver holds authority by this file alone, and there only from those it was given to in turn. */
function grantCircles(entries: readonly PlacedEntry[]): readonly Fault[] {
  const grants: { place: string; grant: AuthorityGrant }[] = [];
  for (const { entry, place } of entries) if (entry.kind === 'grants' && entry.entity.granteeId !== entry.entity.grantorId) grants.push({ place, grant: entry.entity });
  const givenTo = new Map<string, string[]>();
  for (const { grant } of grants) givenTo.set(grant.grantorId, [...(givenTo.get(grant.grantorId) ?? []), grant.granteeId]);
  const holders = new Set(grants.map(({ grant }) => grant.granteeId));
  const reached = new Set<string>([ROOT]);
  const waiting = [...givenTo.keys()].filter((giver) => giver === ROOT || !holders.has(giver));
  for (let giver = waiting.pop(); giver !== undefined; giver = waiting.pop()) {
    reached.add(giver);
    waiting.push(...(givenTo.get(giver) ?? []).filter((holder) => !reached.has(holder)));
  }
  return grants.filter(({ grant }) => !reached.has(grant.grantorId)).map(({ place, grant }) => ({
    place, code: 'grant-cycle', reason: `grants ${quoted(grant.id)}: ${quoted(grant.grantorId)} has authority only from those it gives it to.`,
    remedy: 'Record who above them gave the first of these grants.',
  }));
}

function managerCircles(entries: readonly PlacedEntry[]): readonly Fault[] {
  const managers = new Map<string, { place: string; managerId: string }>();
  for (const { entry, place } of entries) {
    if (entry.kind !== 'persons') continue;
    const { id, managerId } = entry.entity;
    if (managerId === undefined) managers.delete(id);
    else managers.set(id, { place, managerId });
  }
  const faults: Fault[] = [];
  const clear = new Set<string>();
  for (const start of managers.keys()) {
    const line = new Set<string>();
    let person = start;
    while (managers.has(person) && !clear.has(person) && !line.has(person)) {
      line.add(person);
      person = managers.get(person)?.managerId ?? '';
    }
    if (line.has(person)) {
      const all = [...line];
      const circle = all.slice(all.indexOf(person));
      faults.push({
        place: managers.get(person)?.place ?? '', code: 'org-cycle',
        reason: `The manager line runs in a circle: ${[...circle.slice(0, 8), person].map(quoted).join(' under ')}.`,
        remedy: 'Correct one managerId; whoever has nobody above has none.',
      });
    }
    for (const each of line) clear.add(each);
  }
  return faults;
}

import type { Person, Risk } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { protectedPersons, type DocumentedCase } from '#core/replay/documented-case.ts';

/**
 * The record of a case with the names a reader meets: ids in words where the case gives no name, risks in quotation
 * marks, and a place instead of a name for everybody the case protects. Ids stay, so the rules find the same.
 */
export function shownEntries(file: Pick<DocumentedCase, 'entries' | 'mustNotFire'>): readonly Entry[] {
  const kept = protectedPersons(file);
  const names = namesByKind(file.entries);
  return file.entries.map((entry): Entry => {
    if (entry.kind === 'persons') {
      const { entity } = entry;
      return { ...entry, entity: { ...entity, name: kept.has(entity.id) ? placeOf(entity, names) : nameOf(entity) } };
    }
    if (entry.kind === 'risks') return { ...entry, entity: { ...entry.entity, label: riskLabel(entry.entity, names) } };
    if (entry.kind === 'teams') return { ...entry, entity: { ...entry.entity, name: nameOf(entry.entity) } };
    if (entry.kind === 'services') return { ...entry, entity: { ...entry.entity, name: nameOf(entry.entity) } };
    if (entry.kind === 'processes') return { ...entry, entity: { ...entry.entity, name: nameOf(entry.entity) } };
    return entry;
  });
}

interface Named {
  id: string;
  name?: string | undefined;
  label?: string | undefined;
}

/** `CIO`, `accounting officer`: an id as a reader would say it. */
export function idInWords(id: string): string {
  const words = id.split(/[-_]+/).filter((word) => word !== '');
  if (words.length === 1 && id.length <= 3) return id.toUpperCase();
  return words.map((word) => (isInitials(word) ? word.toUpperCase() : word)).join(' ');
}

const TITLES = new Set(['ceo', 'cio', 'ciso', 'cto', 'cfo', 'coo', 'cso', 'cro', 'it', 'vpn', 'api', 'mfa', 'iam']);

function isInitials(word: string): boolean {
  return TITLES.has(word.toLowerCase()) || /^[bcdfghjklmnpqrstvwxz]{2,5}$/i.test(word);
}

function nameOf({ name, label, id }: Named): string {
  return name ?? label ?? idInWords(id);
}

type Names = Readonly<Record<'teams' | 'services', ReadonlyMap<string, string>>> & { led: ReadonlyMap<string, string> };

function namesByKind(entries: readonly Entry[]): Names {
  const teams = new Map<string, string>();
  const services = new Map<string, string>();
  const led = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind === 'teams') {
      teams.set(entry.entity.id, nameOf(entry.entity));
      if (entry.entity.leadId !== undefined) led.set(entry.entity.leadId, nameOf(entry.entity));
    }
    if (entry.kind === 'services') services.set(entry.entity.id, nameOf(entry.entity));
  }
  return { teams, services, led };
}

function placeOf({ id, teamId }: Person, { teams, led }: Names): string {
  const lead = led.get(id);
  if (lead !== undefined) return `whoever leads ${lead}`;
  return teamId === undefined ? 'somebody the case does not name' : `somebody in ${teams.get(teamId) ?? idInWords(teamId)}`;
}

function riskLabel({ id, label, serviceIds }: Risk, { services }: Names): string {
  if (label !== undefined) return `“${label}”`;
  const [first] = serviceIds;
  return first === undefined ? `the risk ${id}` : `the risk to ${serviceIds.map((one) => services.get(one) ?? idInWords(one)).join(' and ')}`;
}

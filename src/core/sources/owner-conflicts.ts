import type { When } from '#core/time.ts';
import { messages, say } from '#language/say.ts';
import { recordedWhen, type Entry, type EntryOf } from '#core/record/entry.ts';
import { sourceOfFile, type Delivery } from '#core/sources/delivery.ts';

/** What one source last said of the owner of a service. */
export interface OwnerStatement {
  source: string;
  format: string | null;
  teamId: string;
  at: When;
  inForce: boolean;
}

/** A service of which sources name different owners. */
export interface OwnerConflict {
  serviceId: string;
  /** The team the record holds; `null` where it holds none any more. */
  teamId: string | null;
  /** Why that one is in force. */
  why: string;
  statements: readonly OwnerStatement[];
}

interface Said {
  order: number;
  format: string | null;
  teamId: string;
  at: When;
}

/** Formats that state the owner each time they arrive; the others say it only where the record holds none. */
const STATING = new Set(['backstage', 'k8s-sigs', 'whose-call']);

/** Files of one repository each. */
const BESIDE_SOURCE = /(^|[/.])(CODEOWNERS|OWNERS)$/;

const reasons = messages({
  stating: 'It states the owner each time it arrives, and the last such statement counts.',
  filling: 'It named the owner first; a file beside the source fills in an owner only where the record holds none.',
  other: 'It is the last statement on the record.',
});

/**
 * Services of which two sources name different owners: of each source what it last said, whether that changed the record
 * or not. A source that arrived again without contradicting the record agrees with it. `deliveries` in any order.
 */
export function ownerConflicts(entries: readonly Entry[], deliveries: readonly Delivery[]): readonly OwnerConflict[] {
  const services = Map.groupBy(entries.filter((entry): entry is EntryOf<'services'> => entry.kind === 'services'), ({ entity }) => entity.id);
  const arrivals = arrivalsOf(deliveries);
  const claimed = claimsOf(deliveries);
  const conflicts: OwnerConflict[] = [];
  for (const [serviceId, versions] of services) {
    const said = new Map<string, Said>();
    let teamId: string | undefined;
    let inForce: string | undefined;
    const known = versions.toSorted((a, b) => (recordedWhen(a) < recordedWhen(b) ? -1 : 1));
    for (const { entity, stamp } of known) {
      if (entity.teamId !== undefined && entity.teamId !== teamId && stamp.source !== undefined) {
        const arrival = arrivals.byFile.get(stamp.source);
        inForce = arrival?.source ?? speakerOf(null, stamp.source, null);
        said.set(inForce, { order: arrival?.order ?? 0, format: arrival?.format ?? null, teamId: entity.teamId, at: stamp.recordedAt ?? '' });
      }
      ({ teamId } = entity);
    }
    for (const { source, ...claim } of claimed.get(serviceId) ?? []) {
      if (claim.order >= (said.get(source)?.order ?? 0)) said.set(source, claim);
    }
    const statements = [...said].filter(([source, one]) => source === inForce || one.teamId === teamId || one.order === lastOrder(arrivals, source, one));
    if (teamId !== undefined && statements.every(([, one]) => one.teamId === teamId)) continue;
    if (statements.length < 2) continue;
    conflicts.push({
      serviceId,
      teamId: teamId ?? null,
      why: reasonOf(inForce === undefined ? undefined : said.get(inForce)),
      statements: statements.map(([source, { format, teamId: team, at }]) => ({ source, format, teamId: team, at, inForce: source === inForce })),
    });
  }
  return conflicts;
}

/**
 * Who speaks: the source of the file; but all files of a catalog are one voice, in which a later file that hands a service
 * over to another team contradicts nobody, and each file that lies beside a source is a voice of its own: that of one
 * repository says nothing about another.
 */
function speakerOf(sender: string | null, file: string, format: string | null): string {
  if (BESIDE_SOURCE.test(file)) return sender === null ? file : `${sender}: ${file}`;
  return sender === null && format !== null && STATING.has(format) ? format : sourceOfFile(sender, file);
}

function reasonOf(said: Said | undefined): string {
  if (said?.format === undefined || said.format === null) return say(reasons.other);
  return say(STATING.has(said.format) ? reasons.stating : reasons.filling);
}

interface Arrivals {
  byFile: ReadonlyMap<string, { source: string; order: number; format: string | null }>;
  /** The last time a source arrived and was read. */
  last: ReadonlyMap<string, number>;
}

function arrivalsOf(deliveries: readonly Delivery[]): Arrivals {
  const byFile = new Map<string, { source: string; order: number; format: string | null }>();
  const last = new Map<string, number>();
  for (const { id, sender, files } of deliveries) {
    for (const { file, format, refused } of files) {
      if (refused) continue;
      const source = speakerOf(sender, file, format);
      if ((byFile.get(file)?.order ?? -1) < id) byFile.set(file, { source, order: id, format });
      last.set(source, Math.max(last.get(source) ?? 0, id));
    }
  }
  return { byFile, last };
}

function lastOrder({ last }: Arrivals, source: string, { order }: Said): number {
  return last.get(source) ?? order;
}

function claimsOf(deliveries: readonly Delivery[]): ReadonlyMap<string, readonly (Said & { source: string })[]> {
  const claims = deliveries.toSorted((a, b) => a.id - b.id).flatMap(({ id, at, sender, files }) =>
    files.flatMap(({ file, format, claims: own = [] }) =>
      own.map((claim) => ({ ...claim, order: id, format, at, source: speakerOf(sender, file, format) })),
    ),
  );
  return Map.groupBy(claims, ({ serviceId }) => serviceId);
}

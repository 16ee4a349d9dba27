import type { Entry } from '#core/record/entry.ts';
import type { Flag } from '#core/flags/flag.ts';
import type { PlacedEntry } from '#core/replay/entry-rows.ts';

type Subject = Pick<Flag, 'family' | 'subjectKind' | 'subject' | 'person'>;

/** Keys of the entries a flag is judged by: its subject, and what its family of rules reads about it. */
export function restsOn(flag: Subject, entries: readonly PlacedEntry[]): readonly string[] {
  const about = flag.subjectKind === 'risk' ? aboutRisk(flag, entries) : (entry: Entry) => entry.entity.id === flag.subject;
  return entries.filter(({ entry }) => about(entry)).map(({ row }) => row.key);
}

function aboutRisk({ subject, family, person }: Subject, entries: readonly PlacedEntry[]): (entry: Entry) => boolean {
  const risk = entries.map(({ entry }) => entry).findLast((entry) => entry.kind === 'risks' && entry.entity.id === subject);
  const defectClass = risk?.kind === 'risks' ? risk.entity.defectClass : undefined;
  const findingIds = risk?.kind === 'risks' ? (risk.entity.findingIds ?? []) : [];
  const bears = (entry: Entry): boolean =>
    entry.kind === 'evidence' &&
    (entry.entity.riskId === subject || (entry.entity.relatesTo ?? []).includes(subject) || (defectClass !== undefined && entry.entity.defectClass === defectClass));
  const pieces = new Set(entries.flatMap(({ entry }) => (bears(entry) ? [entry.entity.id] : [])));
  return (entry) => {
    if (entry.kind === 'risks') return entry.entity.id === subject;
    if (entry.kind === 'findings') return family === 'process' && findingIds.includes(entry.entity.id);
    if (entry.kind === 'decisions') return family !== 'information' && entry.entity.riskId === subject;
    if (entry.kind === 'escalations') return family === 'process' && entry.entity.riskId === subject;
    if (entry.kind === 'persons') return family === 'authority' && entry.entity.id === person;
    if (entry.kind === 'grants') return family === 'authority' && entry.entity.granteeId === person;
    if (entry.kind === 'acks') return family === 'information' && pieces.has(entry.entity.evidenceId);
    if (entry.kind === 'briefings') return family === 'information' && entry.entity.evidenceIds.some((id) => pieces.has(id));
    return family === 'information' && bears(entry);
  };
}

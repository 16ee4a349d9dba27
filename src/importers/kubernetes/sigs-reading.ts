import { groupLists, groupSchema, subprojectSchema, type Group, type Subproject } from '#importers/kubernetes/sigs-file.ts';
import type { ImportItem } from '#importers/importer.ts';
import { lineNumber, quoted, type PathStep } from '#importers/reading/place.ts';
import { refuse, rejected, WHOLE_FILE } from '#importers/reading/rejection.ts';
import type { YamlDocument } from '#importers/reading/yaml.ts';
import { objectFields } from '#importers/workspace/document.ts';

export interface SigsReading {
  groups: readonly Group[];
  /** Groups and subprojects that could not be read. */
  problems: readonly ImportItem[];
}

/** The groups of a `sigs.yaml`; a group or subproject that cannot be read is a problem of its own. */
export function readSigs(document: YamlDocument, file: string): SigsReading {
  const lists = objectFields(document.value);
  if (lists === undefined || !Array.isArray(lists.get('sigs'))) {
    return refuse(file, { place: WHOLE_FILE, code: 'schema', reason: 'The file has no list of sigs.', remedy: 'Give the sigs.yaml of a community repository.' });
  }
  const groups: Group[] = [];
  const problems: ImportItem[] = [];
  for (const [list, word] of groupLists) {
    const entries: unknown = lists.get(list);
    if (!Array.isArray(entries)) continue;
    for (const [index, entry] of entries.entries()) {
      const parsed = groupSchema.safeParse(entry);
      if (!parsed.success) {
        problems.push(unreadable(document, file, [list, index], parsed.error.issues[0]?.path ?? []));
        continue;
      }
      const { dir, name, mission_statement: mission, leadership, contact, subprojects } = parsed.data;
      groups.push({
        list,
        dir: dir.toLowerCase(),
        title: name === null || name === undefined ? dir : `${word} ${name}`,
        mission: mission?.trim().replaceAll(/\s+/g, ' '),
        chairs: leadership?.chairs ?? [],
        techLeads: leadership?.tech_leads ?? [],
        emeritus: leadership?.emeritus_leads ?? [],
        liaison: contact?.liaison ?? undefined,
        subprojects: readSubprojects(document, file, [list, index, 'subprojects'], subprojects ?? [], problems),
        line: document.line([list, index]),
      });
    }
  }
  return { groups, problems };
}

function readSubprojects(
  document: YamlDocument,
  file: string,
  path: readonly PathStep[],
  entries: readonly unknown[],
  problems: ImportItem[],
): Subproject[] {
  return entries.flatMap((entry, index) => {
    const parsed = subprojectSchema.safeParse(entry);
    if (parsed.success) return [parsed.data];
    problems.push(unreadable(document, file, [...path, index], parsed.error.issues[0]?.path ?? []));
    return [];
  });
}

function unreadable(document: YamlDocument, file: string, base: readonly PathStep[], inner: readonly PropertyKey[]): ImportItem {
  const path = [...base, ...inner.filter((step) => typeof step !== 'symbol')];
  return rejected(file, {
    place: lineNumber(document.line(path)),
    code: 'schema',
    reason: `The field ${quoted(inner.join('.'))} of this group cannot be read.`,
    remedy: 'Compare the group with the others in the file.',
  });
}

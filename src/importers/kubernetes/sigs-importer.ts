import type { Team, TeamKind } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { grantsNoLongerThere } from '#importers/kubernetes/ended-grant.ts';
import { STEERING, type Group } from '#importers/kubernetes/sigs-file.ts';
import { groupGrants, subprojectGrants } from '#importers/kubernetes/sigs-grants.ts';
import { leadOf, peopleOf } from '#importers/kubernetes/sigs-people.ts';
import { readSigs } from '#importers/kubernetes/sigs-reading.ts';
import { servicesOf } from '#importers/kubernetes/sigs-services.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { faultOfFlaw } from '#importers/reading/flaw.ts';
import { limits } from '#importers/reading/limits.ts';
import { lineNumber } from '#importers/reading/place.ts';
import { note, repaired } from '#importers/reading/rejection.ts';
import { storedText } from '#importers/reading/stored-text.ts';
import { readText } from '#importers/reading/text.ts';
import { parseOneYaml } from '#importers/reading/yaml.ts';

/**
 * `sigs.yaml` of the Kubernetes community: groups become teams under the steering committee, their
 * leads people with a manager line, subprojects services, and a lead's charter a grant.
 */
export const sigsImporter: Importer = {
  format: 'k8s-sigs',
  title: 'Kubernetes sigs.yaml',
  specification: 'https://github.com/kubernetes/community/blob/master/generator/README.md',

  detects: (start) => /^sigs:\s*$/m.test(start) && /^\s*-\s+dir:\s/m.test(start),

  async *read(source, context) {
    yield* readSigsFile(source, context);
  },
};

async function* readSigsFile(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const document = parseOneYaml(await readText(source, limits.yamlBytes), source.name);
  for (const flaw of document.flaws) yield repaired(source.name, faultOfFlaw(flaw));
  const { groups, problems } = readSigs(document, source.name);
  const stamp = stampOf(context, source.name, 'documented');
  const item = (entry: Entry, line: number): ImportItem => ({ type: 'entry', entry, place: lineNumber(line) });
  const lineOfTeam = new Map(groups.map((group) => [group.dir, group.line]));

  for (const group of groups) yield item({ kind: 'teams', entity: teamOf(group, groups), stamp }, group.line);
  for (const person of peopleOf(groups, context.view)) {
    yield item({ kind: 'persons', entity: person, stamp }, lineOfTeam.get(person.teamId ?? '') ?? 1);
  }
  const services = servicesOf(groups, context.view);
  for (const { service, group } of services) yield item({ kind: 'services', entity: service, stamp }, group.line);
  const grants = [...groupGrants(groups, context), ...subprojectGrants(services, context)];
  for (const grant of grants) {
    yield item({ kind: 'grants', entity: grant, stamp }, lineOfTeam.get(grant.id.split('/')[1] ?? '') ?? 1);
  }
  yield* grantsNoLongerThere('sigs/', new Set(grants.map((grant) => grant.id)), source.name, context);
  yield* problems;
  yield note("A lead's grant covers what the group owns and goes back to the governing body; the file states no limit in money.");
  if (groups.some((group) => group.dir === STEERING)) {
    yield note('The steering committee is the governing body; its members hold no grant of their own because it decides as a body.');
  }
}

function teamOf(group: Group, groups: readonly Group[]): Team {
  const team: Team = { id: group.dir, name: storedText(group.title), kind: kindOf(group) };
  const lead = leadOf(group);
  if (lead !== undefined) team.leadId = lead;
  if (group.dir !== STEERING && groups.some((other) => other.dir === STEERING)) team.parentId = STEERING;
  if (group.mission !== undefined && group.mission !== '') team.label = storedText(group.mission);
  return team;
}

/** Only the steering committee governs. Of the rest the name tells those that secure or carry the others. */
function kindOf({ dir, list }: Group): TeamKind {
  if (dir === STEERING) return 'governing';
  if (/security/.test(dir)) return 'security';
  if (/(^|-)(k8s-infra|infra|testing|release|platform)(-|$)/.test(dir)) return 'platform';
  return list === 'committees' || list === 'usergroups' ? 'business' : 'engineering';
}

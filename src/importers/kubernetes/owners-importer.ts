import { dayOf } from '#core/time.ts';
import type { AuthorityGrant, Service } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { endedGrant, grantsNoLongerThere, livingGrant } from '#importers/kubernetes/ended-grant.ts';
import { newServiceInWords, serviceOfFile } from '#importers/matching/file-service.ts';
import { aliasesBeside } from '#importers/kubernetes/owners-aliases.ts';
import { parseOwners, type NamedOwner, type OwnersFile } from '#importers/kubernetes/owners-file.ts';
import { resolveOwners, type ResolvedOwners } from '#importers/kubernetes/owners-people.ts';
import { groupGrantId } from '#importers/kubernetes/sigs-grants.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { limits } from '#importers/reading/limits.ts';
import { lineNumber, quoted } from '#importers/reading/place.ts';
import { note, rejected, repaired } from '#importers/reading/rejection.ts';
import { readText } from '#importers/reading/text.ts';

/**
 * Kubernetes `OWNERS`: an approver may merge, which becomes a grant on that repository's service; an
 * emeritus approver had that grant and it ended. The file states no limit in money and not who gave the right.
 */
export const ownersImporter: Importer = {
  format: 'k8s-owners',
  title: 'Kubernetes OWNERS',
  specification: 'https://www.kubernetes.dev/docs/guide/owners/',

  detects: (start, name) => hasOwnersName(name) ? /^\s*\w+\s*:/m.test(start) : looksLikeOwners(start),

  async *read(source, context) {
    yield* readOwnersFile(source, context);
  },
};

function hasOwnersName(name: string): boolean {
  return /(^|[/.])OWNERS$/.test(name);
}

function looksLikeOwners(start: string): boolean {
  const keys = [...start.matchAll(/^([a-z_]+)\s*:/gm)].map((match) => match[1] ?? '');
  const known = new Set(['approvers', 'reviewers', 'emeritus_approvers', 'emeritus_reviewers', 'filters', 'options', 'labels', 'assignees', 'required_reviewers']);
  return keys.length > 0 && (keys.includes('approvers') || keys.includes('assignees')) && keys.every((key) => known.has(key));
}

async function* readOwnersFile(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const owners = parseOwners(await readText(source, limits.lineFileBytes), source.name);
  const aliases = await aliasesBeside(context);
  const { service: found, isNew, partOf } = serviceOfFile(source.name, context);
  const service = withTeam(found, owners, context);
  const stamp = stampOf(context, source.name, 'documented');
  const item = (entry: Entry, line: number): ImportItem => ({ type: 'entry', entry, place: lineNumber(line) });

  if (isNew || service !== found) yield item({ kind: 'services', entity: service, stamp }, 1);
  const approvers = resolveOwners(owners.approvers, aliases, context);
  const emeritus = resolveOwners(owners.emeritusApprovers.filter(({ id }) => !approvers.people.has(id)), aliases, context);
  const people = new Map([...emeritus.people, ...approvers.people]);
  for (const [id, { line }] of people) {
    if (!context.view.persons.has(id)) yield item({ kind: 'persons', entity: { id, kind: 'person' }, stamp }, line);
  }
  const present = new Set<string>();
  for (const { grant, line } of grantsOf(service, approvers, emeritus, context)) {
    present.add(grant.id);
    yield item({ kind: 'grants', entity: grant, stamp }, line);
  }
  yield* grantsNoLongerThere(`owners/${service.id}/`, present, source.name, context);
  const claimed = teamOfLabels(owners, context);
  if (claimed !== undefined && service.teamId !== undefined && service.teamId !== claimed) {
    const text = `Its labels name ${quoted(claimed)} as owner; the record holds ${quoted(service.teamId)}, which stays.`;
    yield { type: 'note', text, claim: { serviceId: service.id, teamId: claimed } };
  }
  for (const fault of owners.rejected) yield rejected(source.name, fault);
  for (const fault of owners.repaired) yield repaired(source.name, fault);
  yield* notesOf(service, isNew, partOf, owners, approvers, aliases?.linkTo, context);
}

/** The label `sig/cli` names the team `sig-cli`, where nothing else has named one. */
function withTeam(service: Service, owners: OwnersFile, context: ImportContext): Service {
  if (service.teamId !== undefined) return service;
  const teamId = teamOfLabels(owners, context);
  return teamId === undefined ? service : { ...service, teamId };
}

function teamOfLabels({ labels }: OwnersFile, { view }: ImportContext): string | undefined {
  return labels.map((label) => label.toLowerCase().replace('/', '-')).find((id) => view.teams.has(id));
}

function grantsOf(service: Service, approvers: ResolvedOwners, emeritus: ResolvedOwners, context: ImportContext) {
  const people = [...approvers.people].map(([id, owner]) => ({
    grant: livingGrant(ownersGrant(service, id, context), context), line: owner.line,
  }));
  const undefinedAliases = [...approvers.unresolved].map(([id, owner]) => ({
    grant: livingGrant({ ...ownersGrant(service, id, context), toAlias: true }, context), line: owner.line,
  }));
  const ended = [...emeritus.people].map(([id, owner]) => ({ grant: emeritusGrant(service, id, owner, context), line: owner.line }));
  return [...people, ...undefinedAliases, ...ended];
}

function emeritusGrant(service: Service, id: string, { date }: NamedOwner, context: ImportContext): AuthorityGrant {
  const grant = ownersGrant(service, id, context);
  const isPast = date !== undefined && dayOf(date) < dayOf(context.at);
  return endedGrant(isPast ? { ...grant, to: date } : grant, context);
}

function ownersGrant(service: Service, granteeId: string, context: ImportContext): AuthorityGrant {
  return {
    id: `owners/${service.id}/${granteeId}`,
    granteeId,
    grantorId: grantorOf(service, granteeId, context),
    delegable: false,
    scope: { services: [service.id] },
    intent: 'May approve changes to the repository; OWNERS states no limit in money.',
  };
}

/** Stands for a giver the record does not hold, so that the chain of such a grant cannot be told. */
const unrecordedGrantor = (service: Service): string => `whoever-keeps-owners-of:${service.id}`;

/**
 * The lead of the owning team gives the right, because the team's charter covers its repositories. A
 * lead who approves in person holds it from whoever gave the lead the team.
 */
function grantorOf(service: Service, granteeId: string, { view }: ImportContext): string {
  const team = view.teams.get(service.teamId ?? '');
  if (team === undefined) return unrecordedGrantor(service);
  const own = view.grants.get(groupGrantId(team.id, granteeId));
  if (own !== undefined && own.to === undefined) return own.grantorId;
  return team.leadId === undefined || team.leadId === granteeId ? unrecordedGrantor(service) : team.leadId;
}

function* notesOf(
  service: Service,
  isNew: boolean,
  partOf: string | undefined,
  owners: OwnersFile,
  approvers: ResolvedOwners,
  linkTo: string | undefined,
  context: ImportContext,
): Generator<ImportItem, void, undefined> {
  if (isNew) yield note(newServiceInWords(service, partOf));
  for (const id of approvers.unresolved.keys()) {
    yield note(`The alias ${quoted(id)} is not defined in a file beside it; who may approve there cannot be told.`);
  }
  if (linkTo !== undefined) yield note(`OWNERS_ALIASES beside it is a link to ${quoted(linkTo)}, which is not followed.`);
  if (context.view.teams.get(service.teamId ?? '')?.leadId === undefined && approvers.people.size > 0) {
    yield note('No lead of an owning team is on the record, so who gave its approvers their right cannot be told.');
  }
  if (owners.usesAssignees) yield note('Its assignees were read as approvers, as old OWNERS files mean them.');
  if (owners.partialFilters > 0) yield note(`${owners.partialFilters} filters hold for a part of the folder only and were not read as a right over the service.`);
  if (owners.noParentOwners) yield note('Approvers of the folders above it have no right here (no_parent_owners).');
}

import type { Person } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { dayOf } from '#core/time.ts';
import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { newServiceInWords, serviceOfFile } from '#importers/matching/file-service.ts';
import { handleId, readsLikeAlias } from '#importers/kubernetes/handles.ts';
import { parseOwners } from '#importers/kubernetes/owners-file.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { limits } from '#importers/reading/limits.ts';
import { lineNumber, quoted } from '#importers/reading/place.ts';
import { note, rejected } from '#importers/reading/rejection.ts';
import { readText } from '#importers/reading/text.ts';

/**
 * Kubernetes `SECURITY_CONTACTS`: who is told of a vulnerability under embargo. An information channel,
 * kept as a group of the service; it gives nobody authority.
 */
export const securityContactsImporter: Importer = {
  format: 'k8s-security-contacts',
  title: 'Kubernetes SECURITY_CONTACTS',
  specification: 'https://github.com/kubernetes/kubernetes-template-project/blob/main/SECURITY_CONTACTS',

  detects: (_start, name) => /(^|[/.])SECURITY_CONTACTS$/.test(name),

  async *read(source, context) {
    yield* readSecurityContacts(source, context);
  },
};

/** The id of the group of people who are told about a service first. */
const securityContactsId = (serviceId: string): string => `security-contacts:${serviceId}`;

async function* readSecurityContacts(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const text = await readText(source, limits.lineFileBytes);
  const { service, isNew, partOf } = serviceOfFile(source.name, context);
  const stamp = stampOf(context, source.name, 'documented');
  const item = (entry: Entry, line: number): ImportItem => ({ type: 'entry', entry, place: lineNumber(line) });
  const contacts = new Map<string, number>();
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const name = line.replace(/#.*$/, '').trim().replace(/^-\s+/, '');
    if (name === '') continue;
    const id = handleId(name);
    if (id === undefined) yield rejected(source.name, { place: lineNumber(index + 1), code: 'type', reason: `${quoted(name)} is not an account.`, remedy: 'Write one account on each line.' });
    else if (!contacts.has(id)) contacts.set(id, index + 1);
  }
  if (isNew) yield item({ kind: 'services', entity: service, stamp }, 1);
  const unresolved = [...contacts.keys()].filter((id) => readsLikeAlias(id) && !context.view.persons.has(id));
  for (const [id, line] of contacts) {
    if (!context.view.persons.has(id) && !unresolved.includes(id)) yield item({ kind: 'persons', entity: { id, kind: 'person' }, stamp }, line);
  }
  const group: Person = {
    id: securityContactsId(service.id),
    kind: 'group',
    name: `Security contacts of ${service.name ?? service.id}`,
    facts: [`Told of vulnerabilities under embargo: ${[...contacts.keys()].join(', ')}`],
  };
  if (service.teamId !== undefined) group.teamId = service.teamId;
  yield item({ kind: 'persons', entity: group, stamp }, 1);
  if (isNew) yield note(newServiceInWords(service, partOf));
  for (const id of unresolved) yield note(`Who ${quoted(id)} stands for is not said in a file beside it.`);
  const emeritus = await emeritusAmong([...contacts.keys()], service.id, context);
  if (emeritus.length > 0) yield note(`Told first, and listed as emeritus approver of the same repository: ${emeritus.join(', ')}.`);
}

/** Contacts whose right to approve has ended: by the OWNERS file beside this one, or by the record. */
async function emeritusAmong(contacts: readonly string[], serviceId: string, context: ImportContext): Promise<readonly string[]> {
  const beside = context.sibling('OWNERS');
  const listed = beside === undefined ? [] : parseOwners(await readText(beside, limits.lineFileBytes), beside.name).emeritusApprovers.map(({ id }) => id);
  return contacts.filter((id) => {
    const to = context.view.grants.get(`owners/${serviceId}/${id}`)?.to;
    return listed.includes(id) || (to !== undefined && dayOf(to) < dayOf(context.at));
  });
}

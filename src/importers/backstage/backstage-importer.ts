import type { Entry } from '#core/record/entry.ts';
import type { Importer, ImportContext, ImportItem, Source } from '#importers/importer.ts';
import { readEntity, readKinds, type CatalogEntity } from '#importers/backstage/catalog-entity.ts';
import { serviceIdOfRef } from '#importers/backstage/entity-ref.ts';
import { catalogServices } from '#importers/backstage/services.ts';
import { INFERRED_MANAGER, organisationOf } from '#importers/backstage/teams-and-people.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { limits } from '#importers/reading/limits.ts';
import { documentNumber, lineNumber, quoted } from '#importers/reading/place.ts';
import { note, rejected, rejectionOf } from '#importers/reading/rejection.ts';
import { readText } from '#importers/reading/text.ts';
import { parseYaml, type YamlDocument } from '#importers/reading/yaml.ts';

/** Backstage catalog files: teams, people, the manager line where given, services and what they depend on. */
export const backstageImporter: Importer = {
  format: 'backstage',
  title: 'Backstage catalog',
  specification: 'https://backstage.io/docs/features/software-catalog/descriptor-format',

  detects: (start) => /^\s*["']?apiVersion["']?\s*:\s*["']?backstage\.io\//m.test(start) || isFork(start),

  async *read(source, context) {
    yield* readCatalog(source, context);
  },
};

/** The envelope under another name: a known kind with metadata and the specification field its kind always has. */
function isFork(start: string): boolean {
  const version = /^apiVersion:\s*["']?([\w.-]+)\/v\d/m.exec(start)?.[1];
  if (version === undefined || /(k8s\.io|openshift\.io|kubernetes|dapr\.io|\.cncf\.io)$/.test(version)) return false;
  if (!/^metadata:\s*$/m.test(start) || !/^spec:\s*$/m.test(start)) return false;
  const owned = /^kind:\s*["']?(Component|API|Resource|System|Domain)\b/m.test(start) && /^\s+owner:\s*\S/m.test(start);
  const group = /^kind:\s*["']?Group\b/m.test(start) && /^\s+type:\s*\S/m.test(start) && /^\s+children:/m.test(start);
  const user = /^kind:\s*["']?User\b/m.test(start) && /^\s+memberOf:/m.test(start);
  const location = /^kind:\s*["']?Location\b/m.test(start) && /^\s+targets?:/m.test(start);
  return owned || group || user || location;
}

interface Placed {
  entity: CatalogEntity;
  place: string;
}

async function* readCatalog(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const problems: ImportItem[] = [];
  const documents = parseYaml(await readText(source, limits.yamlBytes), source.name, (rejection) => problems.push({ type: 'rejected', rejection }));
  const others = new Map<string, number>();
  const placed = readDocuments(documents, source.name, problems, others);
  const entities = placed.map(({ entity }) => entity);
  const place = new Map(placed.map((each) => [`${each.entity.kind}:${each.entity.id}`, each.place]));
  const ofKind = (kind: string): CatalogEntity[] => entities.filter((entity) => entity.kind === kind);

  const organisation = organisationOf(ofKind('group'), ofKind('user'), context.view);
  const { services, processes, notes } = catalogServices({ entities, view: context.view, file: source.name, ...organisation });
  const stamp = stampOf(context, source.name, 'documented');
  const item = (entry: Entry, key: string): ImportItem => ({ type: 'entry', entry, place: place.get(key) ?? 'file' });
  for (const team of organisation.teams.values()) yield item({ kind: 'teams', entity: team, stamp }, `group:${team.id}`);
  for (const person of organisation.persons.values()) {
    const basis = organisation.inferredManagers.has(person.id) ? INFERRED_MANAGER : 'documented';
    yield item({ kind: 'persons', entity: person, stamp: { ...stamp, basis } }, `user:${person.id}`);
  }
  for (const process of processes) yield item({ kind: 'processes', entity: process, stamp }, '');
  const serviceKeys = new Map(entities.map((entity) => [serviceIdOfRef(entity.ref), `${entity.kind}:${entity.id}`]));
  for (const service of services.values()) yield item({ kind: 'services', entity: service, stamp }, serviceKeys.get(service.id) ?? '');
  yield* problems;
  for (const text of [...organisation.notes, ...notes]) yield note(text);
  if (entities.some(({ isForked }) => isForked)) yield note("Its apiVersion is not Backstage's; kind, metadata and spec fit and were read as such.");
  for (const [kind, count] of others) yield note(`${count} of kind ${quoted(kind)} ${count === 1 ? 'was' : 'were'} counted and not read; nothing they point at is fetched.`);
}

function readDocuments(documents: readonly YamlDocument[], file: string, problems: ImportItem[], others: Map<string, number>): Placed[] {
  const seen = new Map<string, { text: string; place: string }>();
  return documents.flatMap((document) => {
    const reading = readEntity(document.value);
    const place = `${documentNumber(document.number)}, ${lineNumber(document.line([]))}`;
    if (!reading.ok) {
      problems.push(rejected(file, { place, code: 'schema', reason: `The document has no readable ${quoted(reading.field)}.`, remedy: 'A catalog document has apiVersion, kind, metadata.name and spec.' }));
      return [];
    }
    const { entity } = reading;
    const [flaw] = document.flaws;
    if (flaw !== undefined) {
      problems.push({ type: 'rejected', rejection: rejectionOf(file, { ...flaw, place: `${place}, ${flaw.pointer}` }) });
      return [];
    }
    if (!readKinds.some((kind) => kind === entity.kind)) {
      others.set(entity.kind, (others.get(entity.kind) ?? 0) + 1);
      return [];
    }
    const key = `${entity.kind}:${entity.id}`;
    const text = JSON.stringify(document.value);
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, { text, place });
      return [{ entity, place }];
    }
    if (earlier.text !== text) {
      problems.push(rejected(file, { place, code: 'duplicate-id', reason: `The ${entity.kind} ${quoted(entity.id)} stands at ${earlier.place} too, with other content.`, remedy: 'Keep one of the two; the first was taken.' }));
    }
    return [];
  });
}

import { serviceExposures, type Person, type ReleaseProcess, type Service, type Team } from '#core/record/entities.ts';
import { keyOf, type RecordView } from '#core/record/view.ts';
import { annotations } from '#importers/backstage/annotations.ts';
import { refIn, refsIn, type CatalogEntity } from '#importers/backstage/catalog-entity.ts';
import { idOfRef, parseRef, serviceIdOfRef, type EntityRef } from '#importers/backstage/entity-ref.ts';
import { repositoryOf } from '#importers/matching/repository.ts';
import { quoted } from '#importers/reading/place.ts';
import { storedText } from '#importers/reading/stored-text.ts';

/** The catalog as far as this file and the record tell. */
export interface CatalogWorld {
  entities: readonly CatalogEntity[];
  teams: ReadonlyMap<string, Team>;
  persons: ReadonlyMap<string, Person>;
  view: RecordView;
  /** Name of the file. */
  file: string;
}

export interface CatalogServices {
  services: ReadonlyMap<string, Service>;
  processes: readonly ReleaseProcess[];
  notes: readonly string[];
}

/**
 * A service for each component, and for each API and resource that has an owner: what others depend
 * on. An owner is kept as it is written, on the record or not; an owner in person stands for the person's team.
 */
export function catalogServices(world: CatalogWorld): CatalogServices {
  const notes: string[] = [];
  const services = new Map<string, Service>();
  const built = world.entities.filter(({ kind }) => kind === 'component');
  const owned = world.entities.filter((entity) => ['api', 'resource'].includes(entity.kind) && entity.spec.has('owner'));
  const providers = providersOf(built);
  for (const entity of [...built, ...owned]) {
    const id = serviceIdOfRef(entity.ref);
    services.set(id, serviceOf(id, entity, providers, world, notes));
  }
  for (const [api, provider] of providers) noteProvider(api, provider, services, world.view);
  return { services, processes: processesOf([...services.values()], world.view, notes), notes };
}

function serviceOf(id: string, entity: CatalogEntity, providers: Providers, world: CatalogWorld, notes: string[]): Service {
  const service: Service = { exposure: 'unknown', ...heldService(id, world), id };
  const name = entity.title ?? entity.name;
  if (name !== id) service.name = storedText(name);
  if (entity.description !== undefined) service.label = storedText(entity.description.trim().split('\n')[0] ?? '');
  const team = owningTeam(id, entity, world, notes);
  if (team !== undefined) service.teamId = team;
  const given = entity.annotation(annotations.exposure)?.toLowerCase();
  const exposure = serviceExposures.find((known) => known === given);
  if (exposure !== undefined) service.exposure = exposure;
  else if (given !== undefined) notes.push(`The exposure ${quoted(given)} of ${quoted(id)} is none of ${serviceExposures.join(', ')} and was left out.`);
  const system = systemOf(entity, world);
  const process = entity.annotation(annotations.releaseProcess) ?? system?.annotation(annotations.releaseProcess);
  if (process !== undefined) service.processId = process;
  const repository = repositoryFor(entity);
  if (repository !== undefined) service.repository = repository;
  const dependsOn = dependenciesOf(entity, providers, world);
  if (dependsOn.length > 0) service.dependsOn = dependsOn;
  return service;
}

/** What the record holds; dependencies that an earlier version of this very file named do not outlive it. */
function heldService(id: string, { view, file }: CatalogWorld): Service | undefined {
  const held = view.services.get(id);
  if (held === undefined || id.startsWith('api:') || view.stamps.get(keyOf('services', id))?.source !== file) return held;
  const { dependsOn: _named, ...rest } = held;
  return rest;
}

/** The owner; without one that of the system, then of the domain. */
function owningTeam(id: string, entity: CatalogEntity, world: CatalogWorld, notes: string[]): string | undefined {
  const system = systemOf(entity, world);
  const domain = system === undefined ? undefined : entityAt(refIn(system, 'domain', 'domain'), world);
  const source = [entity, system, domain].find((candidate) => candidate?.spec.has('owner'));
  const owner = source === undefined ? undefined : refIn(source, 'owner', 'group');
  if (owner === undefined) {
    if (entity.spec.has('owner')) notes.push(`The owner of ${quoted(id)} cannot be read; it has no team.`);
    return undefined;
  }
  const ownerId = idOfRef(owner);
  if (owner.kind === 'group') {
    if (!world.teams.has(ownerId) && !world.view.teams.has(ownerId)) notes.push(`${quoted(id)} is owned by ${quoted(ownerId)}, which is no team on the record so far.`);
    return ownerId;
  }
  const person = owner.kind === 'user' ? (world.persons.get(ownerId) ?? world.view.persons.get(ownerId)) : undefined;
  const team = person?.teamId;
  notes.push(team === undefined
    ? `${quoted(id)} is owned by the ${owner.kind} ${quoted(ownerId)}, who is in no team on the record; it has no team.`
    : `${quoted(id)} is owned by the ${owner.kind} ${quoted(ownerId)} in person; the team ${quoted(team)} counts as owner.`);
  return team;
}

function repositoryFor(entity: CatalogEntity): string | undefined {
  const own = entity.annotation(annotations.repository);
  if (own !== undefined) return repositoryOf(own) ?? storedText(own);
  for (const host of ['github.com', 'gitlab.com', 'bitbucket.org']) {
    const slug = entity.annotation(`${host}/project-slug`) ?? entity.annotation(`${host.replace('.org', '.com')}/project-slug`);
    if (slug !== undefined) return repositoryOf(`${host}/${slug}`);
  }
  const location = entity.annotation('backstage.io/source-location') ?? '';
  return repositoryOf(location.replace(/^url:/, ''));
}

/** Component ids by the id of the API they provide. */
type Providers = ReadonlyMap<string, string>;

function providersOf(components: readonly CatalogEntity[]): Providers {
  const providers = new Map<string, string>();
  for (const component of components) {
    for (const api of refsIn(component, 'providesApis', 'api')) {
      const id = serviceIdOfRef(api);
      if (!providers.has(id)) providers.set(id, serviceIdOfRef(component.ref));
    }
  }
  return providers;
}

/** An API depends on whoever provides it; a consumer on the provider, or on the API while nobody is known to provide it. */
function dependenciesOf(entity: CatalogEntity, providers: Providers, { view }: CatalogWorld): readonly string[] {
  const own = serviceIdOfRef(entity.ref);
  const direct = refsIn(entity, 'dependsOn', 'component').filter(({ kind }) => ['component', 'resource', 'api'].includes(kind)).map(serviceIdOfRef);
  const consumed = refsIn(entity, 'consumesApis', 'api').map(serviceIdOfRef).map((api) => providers.get(api) ?? view.services.get(api)?.dependsOn?.[0] ?? api);
  const provider = entity.kind === 'api' ? (providers.get(own) ?? view.services.get(own)?.dependsOn?.[0]) : undefined;
  return [...new Set([...direct, ...consumed, ...(provider === undefined ? [] : [provider])])].filter((id) => id !== own);
}

/** An API already on the record learns who provides it. */
function noteProvider(api: string, provider: string, services: Map<string, Service>, view: RecordView): void {
  const held = view.services.get(api);
  if (services.has(api) || held === undefined || held.dependsOn?.includes(provider) === true) return;
  services.set(api, { ...held, dependsOn: [...(held.dependsOn ?? []), provider] });
}

/** A process that only an annotation names exists without stages until a workspace file brings them. */
function processesOf(services: readonly Service[], view: RecordView, notes: string[]): readonly ReleaseProcess[] {
  const named = new Set(services.flatMap(({ processId }) => processId ?? []));
  const missing = [...named].filter((id) => !view.processes.has(id));
  if (missing.length > 0) notes.push(`The release processes ${missing.join(', ')} were added without stages; a workspace file can bring them.`);
  return missing.map((id) => ({ id, stages: [] }));
}

function systemOf(entity: CatalogEntity, world: CatalogWorld): CatalogEntity | undefined {
  return entityAt(refIn(entity, 'system', 'system'), world);
}

function entityAt(ref: EntityRef | undefined, { entities }: CatalogWorld): CatalogEntity | undefined {
  if (ref === undefined) return undefined;
  const wanted = parseRef(`${ref.kind}:${ref.namespace}/${ref.name}`, ref.kind);
  return entities.find((entity) => entity.kind === wanted?.kind && entity.ref.namespace === wanted.namespace && entity.ref.name === wanted.name);
}

import { csvOf } from '#core/csv-text.ts';

/** A catalog with one component a service; its importer changes the owner and keeps everything else that is recorded. */
export function catalogOf(serviceIds: readonly string[]): string {
  return serviceIds.map((id) => [
    'apiVersion: backstage.io/v1alpha1', 'kind: Component', `metadata: { name: ${JSON.stringify(id)} }`, 'spec: { type: service, lifecycle: production, owner: TEAM }', '',
  ].join('\n')).join('---\n');
}

/** A register with one risk to fill in for each service. */
export function registerOf(services: readonly { id: string; name: string }[]): string {
  return csvOf([['Risk ID', 'Title', 'Service', 'Findings', 'Owner'], ...services.map(({ id, name }, index) => [`R-NEW-${index + 1}`, `Findings of ${name}`, id, '', ''])]);
}

/** A workspace file with the people and teams that something points at. */
export function peopleFileOf(names: readonly { id: string; kind: 'person' | 'team' }[]): string {
  const of = (kind: 'person' | 'team'): readonly string[] => names.filter((name) => name.kind === kind).map(({ id }) => id);
  const file = {
    schema: 'whose-call/1',
    teams: of('team').map((id) => ({ id, name: id, kind: 'engineering' })),
    persons: of('person').map((id) => ({ id, name: id, kind: 'person' })),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

import { say } from '#language/say.ts';
import type { Entry } from '#core/record/entry.ts';
import type { RecordView } from '#core/record/view.ts';
import type { TokenScope } from '#contract/import-token.ts';
import { formatNames, type FormatName } from '#importers/importer.ts';
import type { WriteScope } from '#server/imports/write-scope.ts';

/** What a token takes where its scope names no format: what scanners and pipelines say, never who owns or may decide. */
export const pipelineFormats: readonly FormatName[] = [
  'sarif', 'cyclonedx', 'trivy', 'grype', 'osv-scanner', 'snyk', 'github-alerts', 'dependency-track', 'defectdojo', 'findings-csv',
  'openvex', 'csaf', 'cdevents', 'github-releases', 'provenance',
];

const ALL = '*';

export function coversFormat({ formats }: TokenScope, format: string): boolean {
  return formats.includes(ALL) || formats.includes(format);
}

/** Whether a service is among those named, or in one of the teams named or below it. */
export function coversService({ services, teams }: TokenScope, serviceId: string, view: RecordView): boolean {
  if (services.includes(ALL) || services.includes(serviceId)) return true;
  const service = view.services.get(serviceId);
  return service?.teamId !== undefined && coversTeam(teams, service.teamId, view);
}

function coversTeam(teams: readonly string[], teamId: string, view: RecordView): boolean {
  if (teams.includes(ALL)) return true;
  const walked = new Set<string>();
  for (let at: string | undefined = teamId; at !== undefined && !walked.has(at); at = view.teams.get(at)?.parentId) {
    if (teams.includes(at)) return true;
    walked.add(at);
  }
  return false;
}

/**
 * The scope as an import holds every entry against it. What a file says of its own scope is compared and never obeyed:
 * one row outside refuses the file. Nothing that is outside is named in the answer.
 */
export function writeScopeOf(scope: TokenScope): WriteScope {
  return {
    formatFault: (format) => (coversFormat(scope, format) ? undefined : `The token does not take the format ${format}.`),
    entryFault: (entry, view) => (coversEntry(scope, entry, view) ? undefined : 'The file writes to a service or team that the token does not cover.'),
  };
}

function coversEntry(scope: TokenScope, entry: Entry, view: RecordView): boolean {
  const onService = (id: string): boolean => coversService(scope, id, view);
  if (scope.services.includes(ALL) || scope.teams.includes(ALL)) return true;
  switch (entry.kind) {
    case 'findings':
      return onService(entry.entity.serviceId) && ofItsService(entry.entity.id, view, onService);
    case 'releases':
      return onService(entry.entity.serviceId);
    case 'services':
      return onService(entry.entity.id);
    case 'risks':
      return allOn(entry.entity.serviceIds, onService) && allOn(view.risks.get(entry.entity.id)?.serviceIds ?? entry.entity.serviceIds, onService);
    case 'evidence':
      return riskOn(entry.entity.riskId, view, onService);
    case 'decisions':
      return riskOn(entry.entity.riskId, view, onService) || onService(servicePartOf(entry.entity.findingId ?? entry.entity.riskId));
    case 'persons':
      // The maker of a decision whom nobody knows yet; nobody on the record is changed.
      return !view.persons.has(entry.entity.id);
    case 'policy':
    case 'teams':
    case 'processes':
    case 'grants':
    case 'acks':
    case 'briefings':
    case 'escalations':
    case 'steps':
    case 'packs':
    case 'events':
    case 'commonCauses':
    case 'options':
    case 'losses':
    case 'mappings':
      return false;
  }
}

/** A finding cannot be taken over from another service: its id begins with that of its own. */
function ofItsService(findingId: string, view: RecordView, onService: (id: string) => boolean): boolean {
  const named = servicePartOf(findingId);
  const held = view.findings.get(findingId)?.serviceId;
  return (!view.services.has(named) || onService(named)) && (held === undefined || onService(held));
}

function riskOn(riskId: string, view: RecordView, onService: (id: string) => boolean): boolean {
  const risk = view.risks.get(riskId);
  return risk !== undefined && risk.serviceIds.length > 0 && risk.serviceIds.some(onService);
}

function allOn(ids: readonly string[], onService: (id: string) => boolean): boolean {
  return ids.length > 0 && ids.every(onService);
}

/** The id of a scanned finding begins with its service: `shop:trivy:...`. */
function servicePartOf(findingId: string): string {
  return findingId.split(':', 1)[0] ?? findingId;
}

/** `format=sarif,cyclonedx`, `service=shop`, `team=payments`: one part of a scope as a command takes it. */
export function scopeOfParts(parts: readonly string[]): TokenScope | { fault: string } {
  const named = { format: [] as string[], service: [] as string[], team: [] as string[] };
  for (const part of parts) {
    const [, key, values] = /^(format|service|team)=(.+)$/.exec(part) ?? [];
    if ((key !== 'format' && key !== 'service' && key !== 'team') || values === undefined) return { fault: `--scope takes format=, service= or team=; "${part}" is none of them.` };
    named[key].push(...values.split(',').map((value) => value.trim()).filter((value) => value !== ''));
  }
  const odd = named.format.find((format) => format !== ALL && !formatNames.some((name) => name === format));
  if (odd !== undefined) return { fault: `--scope format= takes ${formatNames.join(', ')} or *; "${odd}" is none of them.` };
  if (named.service.length + named.team.length === 0) return { fault: 'A token is bound to what it may write to: --scope service=ID or --scope team=ID, or service=* for all.' };
  return { formats: named.format.length === 0 ? [...pipelineFormats] : named.format, services: named.service, teams: named.team };
}

/** A scope in one line, for people. */
export function scopeInWords({ formats, services, teams }: TokenScope): string {
  const all = (ids: readonly string[], every: string, these: (ids: string) => string): string[] =>
    (ids.length === 0 ? [] : [ids.includes(ALL) ? every : these(ids.join(', '))]);
  const isPipeline = formats.length === pipelineFormats.length && pipelineFormats.every((format) => formats.includes(format));
  return [
    isPipeline ? say('scan and release formats') : formats.includes(ALL) ? say('every format') : formats.join(', '),
    ...all(services, say('every service'), (ids) => say('service {ids}', { ids })),
    ...all(teams, say('every team'), (ids) => say('team {ids}', { ids })),
  ].join('; ');
}

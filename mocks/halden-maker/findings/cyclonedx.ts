import { months, versionOf } from '#mocks/halden-maker/company/releases.ts';
import { ownerOn, repositoryOf, type ServiceSpec } from '#mocks/halden-maker/company/services.ts';
import { listedJson } from '#mocks/halden-maker/findings/json-lines.ts';
import { scanDay } from '#mocks/halden-maker/findings/code-finding.ts';
import { libraryFindings, type LibraryFinding } from '#mocks/halden-maker/findings/population.ts';
import { listMonths, scanned } from '#mocks/halden-maker/findings/schedule.ts';
import type { FileSet } from '#mocks/halden-maker/files/file-set.ts';
import { hexOf } from '#mocks/halden-maker/random.ts';

/** CycloneDX 1.6 component lists with their vulnerabilities: one file for each service and month that reports. */
export function cycloneFiles(): FileSet {
  const files = new Map<string, string>();
  for (const service of scanned) {
    const stage = stageOf(service);
    for (const month of listMonths(service)) {
      const found = libraryFindings.filter((one) => one.serviceId === service.id && listed(one, month));
      const name = months[month];
      if (found.length > 0 && name !== undefined) {
        const team = ownerOn(service.id, `${name}-28`) ?? 'no-owner';
        files.set(`components/${name}/${stage}/${team}/${service.id}-${versionOf(name)}.cdx.json`, bomText(service, month, name, stage, found));
      }
    }
  }
  return files;
}

/** Where the component list is made: what runs on our own ground is read while it runs, the rest as it leaves the house. */
function stageOf(service: ServiceSpec): 'release' | 'deploy' | 'operate' {
  if (service.processId === 'app-store') return 'release';
  return service.processId === 'infrastructure' || service.processId === 'data-pipelines' ? 'operate' : 'deploy';
}

function listed(finding: LibraryFinding, month: number): boolean {
  return finding.first <= month && (finding.gone === undefined || finding.gone >= month);
}

function bomText(service: ServiceSpec, month: number, name: string, stage: string, found: readonly LibraryFinding[]): string {
  const version = versionOf(name);
  const day = scanDay(service.id, month);
  const repository = repositoryOf(service) ?? service.id;
  const libraries = new Map(found.map((one) => [refOf(one), one]));
  return listedJson(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      serialNumber: `urn:uuid:${uuid('bom', service.id, month)}`,
      version: 1,
      metadata: {
        timestamp: `${day}T05:00:00Z`,
        lifecycles: [{ phase: stage === 'operate' ? 'operations' : 'post-build' }],
        component: { type: 'application', 'bom-ref': service.id, name: service.id, version, purl: `pkg:github/${repository}@${version}` },
      },
    },
    [
      {
        name: 'components',
        items: [...libraries].map(([ref, one]) => ({ type: 'library', 'bom-ref': ref, name: one.advisory.library.name, version: one.version, purl: ref })),
      },
      { name: 'vulnerabilities', items: found.map((one) => vulnerabilityOf(one, month, day)) },
    ],
  );
}

function refOf(finding: LibraryFinding): string {
  const { ecosystem, name } = finding.advisory.library;
  const group = ecosystem === 'maven' ? `dev.${name.split('-')[0] ?? name}/` : ecosystem === 'golang' ? `${name.split('-')[0] ?? name}.example/` : ecosystem === 'deb' ? 'halden/' : '';
  return `pkg:${ecosystem}/${group}${name}@${finding.version}`;
}

function vulnerabilityOf(finding: LibraryFinding, month: number, day: string): unknown {
  const { advisory } = finding;
  return {
    id: advisory.id,
    ratings: [{ score: advisory.score, severity: severityOf(advisory.score), method: 'CVSSv31' }],
    cwes: [advisory.cwe],
    description: advisory.title,
    ...analysisOf(finding, month, day),
    affects: [{ ref: refOf(finding) }],
  };
}

function analysisOf(finding: LibraryFinding, month: number, day: string): object {
  if (finding.setAside) {
    return { analysis: { state: 'not_affected', justification: 'code_not_reachable', lastUpdated: `${day}T05:00:00Z` } };
  }
  if (finding.gone === month) return { analysis: { state: 'resolved', response: ['update'], lastUpdated: `${day}T05:00:00Z` } };
  if (finding.advisory.exploited) return { analysis: { state: 'exploitable' } };
  return {};
}

function severityOf(score: number): string {
  return score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low';
}

function uuid(...names: readonly (string | number)[]): string {
  const hex = hexOf(32, 'uuid', ...names);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

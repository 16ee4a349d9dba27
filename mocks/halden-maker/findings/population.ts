import { months } from '#mocks/halden-maker/company/releases.ts';
import type { ServiceSpec } from '#mocks/halden-maker/company/services.ts';
import { advisories, type Advisory } from '#mocks/halden-maker/findings/advisories.ts';
import type { CodeFinding } from '#mocks/halden-maker/findings/code-finding.ts';
import { linkedFindings } from '#mocks/halden-maker/findings/linked.ts';
import { changeScanner, codeScanner } from '#mocks/halden-maker/findings/rules.ts';
import { listMonths, scanMonths, scanned } from '#mocks/halden-maker/findings/schedule.ts';
import { sourcePath } from '#mocks/halden-maker/findings/source-path.ts';
import { hexOf, streamOf, type Stream } from '#mocks/halden-maker/random.ts';

/** An advisory that holds for a library a service ships. */
export interface LibraryFinding {
  serviceId: string;
  advisory: Advisory;
  version: string;
  first: number;
  gone: number | undefined;
  /** Said to be without effect here, by a file that names nobody. */
  setAside: boolean;
}

const ECOSYSTEM: Readonly<Record<string, string>> = {
  kotlin: 'maven', java: 'maven', typescript: 'npm', go: 'golang', python: 'pypi', swift: 'swift', terraform: 'deb', php: 'npm',
};

/** What the code and change scanners ever saw. */
export const codeFindings: readonly CodeFinding[] = [...linkedFindings, ...scanned.flatMap(codeOf)];

/** What the component lists ever carried. */
export const libraryFindings: readonly LibraryFinding[] = scanned.flatMap(librariesIn);

function codeOf(service: ServiceSpec): readonly CodeFinding[] {
  const reported = scanMonths(service);
  return reported.flatMap((month, position) => {
    const stream = streamOf('code', service.id, month);
    const gap = month - (reported[position - 1] ?? month - 1);
    const count = Math.round((stream.next() * 2.2 + (position === 0 ? 4.6 : 2.8)) * gap * weight(service));
    return Array.from({ length: count }, (_, index) => codeFinding(service, month, index, reported));
  });
}

function codeFinding(service: ServiceSpec, month: number, index: number, reported: readonly number[]): CodeFinding {
  const stream = streamOf('code', service.id, month, index);
  const infrastructure = service.language === 'terraform';
  const tool = infrastructure || stream.chance(0.22) ? changeScanner : codeScanner;
  const rule = stream.pick(tool.rules);
  return {
    serviceId: service.id, tool, rule,
    path: sourcePath(stream, service, tool),
    line: stream.between(8, 420),
    fingerprint: hexOf(16, 'fingerprint', service.id, month, index),
    first: month,
    gone: goneAfter(stream, month, rule.score, reported),
  };
}

function librariesIn(service: ServiceSpec): readonly LibraryFinding[] {
  const ecosystem = ECOSYSTEM[service.language] ?? 'deb';
  const reported = listMonths(service);
  return advisories.flatMap((advisory) => {
    const stream = streamOf('library', service.id, advisory.id);
    const own = advisory.library.ecosystem === ecosystem || advisory.library.ecosystem === 'deb';
    if (!own || !stream.chance(0.73)) return [];
    const first = reported.find((month) => (months[month] ?? '') > advisory.published.slice(0, 7));
    if (first === undefined) return [];
    const setAside = stream.chance(0.008);
    const version = versionIn(service, advisory);
    const gone = setAside ? undefined : goneAfter(stream, first, advisory.score, reported);
    return [{ serviceId: service.id, advisory, version, first, gone, setAside }];
  });
}

/** The version of a library a service holds on to; one service has one version of a library. */
function versionIn(service: ServiceSpec, advisory: Advisory): string {
  const stream = streamOf('version', service.id, advisory.library.ecosystem, advisory.library.name);
  return `${stream.between(1, 7)}.${stream.between(0, 19)}.${stream.between(0, 9)}`;
}

/** The report from which on a finding is gone. The worse it is, the sooner; some stay. */
function goneAfter(stream: Stream, first: number, score: number, reported: readonly number[]): number | undefined {
  const share = score >= 9 ? 0.75 : score >= 7 ? 0.58 : score >= 4 ? 0.5 : 0.42;
  return reported.find((month) => month > first && stream.chance(share));
}

function weight(service: ServiceSpec): number {
  return service.exposure === 'internet' ? 1.35 : service.exposure === 'partner' ? 1.1 : 0.8;
}

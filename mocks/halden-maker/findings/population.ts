import { months, ships } from '#mocks/halden-maker/company/releases.ts';
import { services, type ServiceSpec } from '#mocks/halden-maker/company/services.ts';
import { advisories, type Advisory } from '#mocks/halden-maker/findings/advisories.ts';
import { changeScanner, codeScanner, type Rule, type Tool } from '#mocks/halden-maker/findings/rules.ts';
import { hexOf, streamOf, type Stream } from '#mocks/halden-maker/random.ts';

/** A place in the source that a scanner points at, from the month it is first seen to the month it is gone. */
export interface CodeFinding {
  serviceId: string;
  tool: Tool;
  rule: Rule;
  path: string;
  line: number;
  fingerprint: string;
  /** Index into `months`. */
  first: number;
  /** Index of the first report without it; absent while it is open. */
  gone: number | undefined;
}

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

/** Stages at which the reports of the sample are made. */
export const reportStages = ['build', 'review', 'deploy', 'operate'] as const;
export type ReportStage = (typeof reportStages)[number];

const ECOSYSTEM: Readonly<Record<string, string>> = {
  kotlin: 'maven', java: 'maven', typescript: 'npm', go: 'golang', python: 'pypi', swift: 'swift', terraform: 'deb', php: 'npm',
};

const ENDINGS: Readonly<Record<string, string>> = {
  kotlin: 'kt', java: 'java', typescript: 'ts', go: 'go', python: 'py', swift: 'swift', terraform: 'tf', php: 'php',
};

const FOLDERS = ['src/api', 'src/core', 'src/store', 'src/handlers', 'src/jobs', 'src/views', 'deploy', 'config'] as const;
const NAMES = ['amount', 'session', 'export', 'upload', 'callback', 'search', 'profile', 'limits', 'webhook', 'report', 'token', 'batch'] as const;

/** Services whose builds are scanned. */
export const scanned: readonly ServiceSpec[] = services.filter(ships);

/** Months (as indexes) in which the source of a service is scanned: the nearer to the internet, the more often. */
export function scanMonths(service: ServiceSpec): readonly number[] {
  return monthsOf(service, service.exposure === 'internet' ? 1 : service.exposure === 'partner' ? 2 : 3);
}

/** Months in which a component list is made. */
export function listMonths(service: ServiceSpec): readonly number[] {
  return monthsOf(service, service.exposure === 'internet' ? 2 : 3);
}

function monthsOf(service: ServiceSpec, every: number): readonly number[] {
  const offset = services.indexOf(service) % every;
  return months.map((_, index) => index).filter((index) => index % every === offset || index === months.length - 1);
}

/** What the code and change scanners ever saw. */
export const codeFindings: readonly CodeFinding[] = scanned.flatMap(codeOf);

/** What the component lists ever carried. */
export const libraryFindings: readonly LibraryFinding[] = scanned.flatMap(librariesIn);

function codeOf(service: ServiceSpec): readonly CodeFinding[] {
  const reported = scanMonths(service);
  return reported.flatMap((month, position) => {
    const stream = streamOf('code', service.id, month);
    const gap = month - (reported[position - 1] ?? month - 1);
    const count = Math.round((stream.next() * 2.6 + (position === 0 ? 5 : 3.2)) * gap * weight(service));
    return Array.from({ length: count }, (_, index) => codeFinding(service, month, index, reported));
  });
}

function codeFinding(service: ServiceSpec, month: number, index: number, reported: readonly number[]): CodeFinding {
  const stream = streamOf('code', service.id, month, index);
  const infrastructure = service.language === 'terraform';
  const tool = infrastructure || stream.chance(0.22) ? changeScanner : codeScanner;
  const rule = stream.pick(tool.rules);
  const ending = tool === changeScanner ? 'tf' : (ENDINGS[service.language] ?? 'txt');
  return {
    serviceId: service.id, tool, rule,
    path: `${tool === changeScanner ? 'deploy' : stream.pick(FOLDERS)}/${stream.pick(NAMES)}.${ending}`,
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
    if (!own || !stream.chance(0.8)) return [];
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

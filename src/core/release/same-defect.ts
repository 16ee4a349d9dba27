import { familyOf } from '#core/mapping/weakness-families.ts';
import type { Finding } from '#core/record/entities.ts';
import { packageOf, type PackageName } from '#core/release/package-name.ts';

/**
 * How two findings are known to be about one defect, surest first. What each rests on:
 * - `package-url`: they share the name of a vulnerability and the package URL, without its version.
 * - `package-name`: they share the name of a vulnerability and the name of the package; one of them has no package URL.
 * - `same-lines`: two tools report one weakness in one file, in lines that overlap.
 * - `near-weakness`: the same, by weaknesses of one family.
 */
export const sameDefectMethods = ['package-url', 'package-name', 'same-lines', 'near-weakness'] as const;
export type SameDefectMethod = (typeof sameDefectMethods)[number];

/** What a finding is compared by. */
export type DefectTraits = Pick<Finding, 'id' | 'serviceId' | 'externalId' | 'aliases' | 'component' | 'location' | 'endLine' | 'defectClass' | 'source'>;

/** Names that stand for one vulnerability. The advisory of a distribution may speak of several and links nothing. */
const ONE_VULNERABILITY = /^(CVE|GHSA|GSD|OSV|PYSEC|RUSTSEC|GO|MAL|SNYK|BIT|HSEC|RSEC|CURL|PSF|EEF)-/i;

const UNCLASSIFIED = familyOf(undefined);

/** What vulnerability names a finding goes by, as they are compared. */
export function vulnerabilityNamesOf({ externalId, aliases }: Pick<Finding, 'externalId' | 'aliases'>): readonly string[] {
  return [...new Set([externalId ?? '', ...(aliases ?? [])].filter((name) => ONE_VULNERABILITY.test(name)).map((name) => name.toUpperCase()))];
}

/**
 * Whether two findings are about one defect by what they say themselves; `undefined` where nothing says so. The same
 * whichever is named first. Two findings may be one through a third: see `defectGroups`.
 */
export function sameDefect(a: DefectTraits, b: DefectTraits): SameDefectMethod | undefined {
  if (a.id === b.id || a.serviceId !== b.serviceId) return undefined;
  const names = new Set(vulnerabilityNamesOf(a));
  if (vulnerabilityNamesOf(b).some((name) => names.has(name))) {
    const by = samePackage(packageOf(a.component), packageOf(b.component));
    if (by !== undefined) return by;
  }
  return a.source === b.source ? undefined : sameCode(a, b);
}

function samePackage(a: PackageName | undefined, b: PackageName | undefined): SameDefectMethod | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.url !== undefined && b.url !== undefined) return a.url === b.url ? 'package-url' : undefined;
  return a.names.some((name) => b.names.includes(name)) ? 'package-name' : undefined;
}

function sameCode(a: DefectTraits, b: DefectTraits): SameDefectMethod | undefined {
  const [here, there] = [linesOf(a), linesOf(b)];
  if (here === undefined || there === undefined || here.file !== there.file || here.first > there.last || there.first > here.last) return undefined;
  if (a.defectClass === undefined || b.defectClass === undefined) return undefined;
  if (a.defectClass === b.defectClass) return 'same-lines';
  const family = familyOf(a.defectClass);
  return family !== UNCLASSIFIED && family === familyOf(b.defectClass) ? 'near-weakness' : undefined;
}

/** The file and lines of a location such as `src/a.ts:12`; `undefined` where it names no line. */
export function linesOf({ location, endLine }: Pick<Finding, 'location' | 'endLine'>): { file: string; first: number; last: number } | undefined {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(location ?? '') ?? [];
  if (file === undefined || line === undefined) return undefined;
  const first = Number(line);
  return { file: file.replace(/^(?:file:\/\/)?(?:\.?\/)+/, ''), first, last: Math.max(first, endLine ?? first) };
}

/**
 * The findings in groups, one for each defect: in a group are all that are linked, directly or through others, whatever
 * order they come in. A finding that is linked to none is a group of its own. Within a group they stand by id.
 */
export function defectGroups<T extends DefectTraits>(findings: readonly T[]): readonly (readonly T[])[] {
  const parent = findings.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    for (let next = parent[at]; next !== undefined && next !== at; next = parent[at]) at = next;
    parent[index] = at;
    return at;
  };
  for (const bucket of bucketsOf(findings)) {
    for (const [index, a] of bucket.entries()) {
      for (const b of bucket.slice(index + 1)) {
        const [left, right] = [findings[a], findings[b]];
        if (left !== undefined && right !== undefined && root(a) !== root(b) && sameDefect(left, right) !== undefined) parent[root(a)] = root(b);
      }
    }
  }
  const byId = (a: T, b: T): number => (a.id < b.id ? -1 : 1);
  return [...Map.groupBy(findings.keys(), root).values()].map((group) => group.flatMap((index) => findings[index] ?? []).toSorted(byId));
}

/** Only findings that share a name of a vulnerability, or a file, on one service can be one: nothing else is compared. */
function bucketsOf(findings: readonly DefectTraits[]): Iterable<readonly number[]> {
  const buckets = new Map<string, number[]>();
  for (const [index, finding] of findings.entries()) {
    const file = linesOf(finding)?.file;
    for (const key of [...vulnerabilityNamesOf(finding), ...(file === undefined ? [] : [`:${file}`])]) {
      const name = `${finding.serviceId}\n${key}`;
      const bucket = buckets.get(name);
      if (bucket === undefined) buckets.set(name, [index]);
      else bucket.push(index);
    }
  }
  return buckets.values();
}

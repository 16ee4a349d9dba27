import { componentKey } from '#importers/scan/held-by-name.ts';
import { listOf, numberOf, objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import type { RowReader } from '#importers/scan/report-format.ts';
import { placeWithoutVersion } from '#importers/scan/short-text.ts';
import { decidedByNobodyNamed, rowObject, sighting, type ReportRow, type Sighting, type StatedDecision } from '#importers/scan/sighting.ts';
import { weaknessName } from '#importers/scan/vulnerability-names.ts';
import { whenOf } from '#importers/scan/when-text.ts';
import { pointerOf, type PathStep } from '#importers/reading/place.ts';

/** What the rows of one result share; Trivy writes it before them. */
type Shared = Map<string, string>;

/** Rows of a Trivy report. Names of targets and workloads are kept from the values that come before their rows. */
export function trivyRows(): RowReader {
  const shared: Shared = new Map();
  return (path, value) => {
    const last = path.at(-1);
    if (typeof last === 'string') {
      const text = textOf(value);
      if (text !== undefined) shared.set(pointerOf(path), text);
      return [];
    }
    const found = rowObject(value, path);
    if ('fault' in found) return [found.fault];
    const target = targetOf(path, shared);
    switch (path.at(-2)) {
      case 'Vulnerabilities':
        return [vulnerability(found.row, found.place, target, undefined)];
      case 'Misconfigurations':
        return [misconfiguration(found.row, found.place, target, undefined)];
      case 'Secrets':
        return [secret(found.row, found.place, target)];
      case 'ExperimentalModifiedFindings':
        return [setAside(found.row, found.place, target)];
      default:
        return [];
    }
  };
}

interface Target {
  /** File or workload; absent for packages of an operating system, whose target names a version of the image. */
  place: string | undefined;
  about: Sighting['about'];
}

function targetOf(path: readonly PathStep[], shared: Shared): Target {
  const result = path.slice(0, -2);
  const said = (key: string, of = result): string | undefined => shared.get(pointerOf([...of, key]));
  const resource = result.slice(0, -2);
  const name = resource.length === 0 ? undefined : said('Name', resource);
  const workload = name === undefined ? undefined : [said('Namespace', resource), said('Kind', resource), name].filter((part) => part !== undefined).join('/');
  const own = said('Class') === 'os-pkgs' || / \([\w ]+ [\d.]+\)$/.test(said('Target') ?? '') ? undefined : said('Target');
  return {
    place: workload === undefined ? own : [workload, own].filter((part) => part !== undefined).join(' '),
    about: name === undefined ? undefined : { repositories: [], names: [`${said('Namespace', resource) ?? ''}/${name}`, name] },
  };
}

function vulnerability(row: LooseObject, place: string, target: Target, decision: StatedDecision | undefined): ReportRow {
  const name = textOf(row['PkgName']);
  const version = textOf(row['InstalledVersion']);
  const component = textOf(objectOf(row['PkgIdentifier'])?.['PURL']) ?? (name === undefined ? undefined : version === undefined ? name : `${name}@${version}`);
  const location = textOf(row['PkgPath']) ?? target.place;
  return sighting({
    place,
    identity: [component === undefined ? undefined : componentKey(component), placeWithoutVersion(location, version), placeWithoutVersion(target.place, version)],
    names: [textOf(row['VulnerabilityID']), ...listOf(row['VendorIDs']).map(textOf)],
    title: textOf(row['Title']),
    severityWord: textOf(row['Severity']),
    score: scoreOf(row),
    component,
    location,
    weakness: listOf(row['CweIDs']).map(weaknessName).find((weakness) => weakness !== undefined),
    publishedAt: whenOf(row['PublishedDate']),
    about: target.about,
    decision,
  });
}

function misconfiguration(row: LooseObject, place: string, target: Target, decision: StatedDecision | undefined): ReportRow {
  if (textOf(row['Status']) === 'PASS') return { type: 'passed-over', why: 'a check that passed.' };
  return sighting({
    place,
    identity: ['misconfiguration', target.place, textOf(row['Message'])],
    names: [textOf(row['AVDID']) ?? textOf(row['ID']), textOf(row['ID'])],
    title: textOf(row['Title']),
    severityWord: textOf(row['Severity']),
    location: target.place,
    about: target.about,
    decision,
  });
}

/** Of a secret nothing is kept but that there is one, and where. */
function secret(row: LooseObject, place: string, target: Target): ReportRow {
  return sighting({
    place,
    identity: ['secret', target.place],
    names: [textOf(row['RuleID'])],
    title: textOf(row['Title']),
    severityWord: textOf(row['Severity']),
    location: target.place,
    weakness: 'CWE-798',
    about: target.about,
  });
}

/** Suppressed by an ignore file or a VEX document: `Source` is a file, never a person. */
function setAside(row: LooseObject, place: string, target: Target): ReportRow {
  const finding = objectOf(row['Finding']);
  const status = textOf(row['Status']) ?? 'ignored';
  const why = [status, textOf(row['Statement']), textOf(row['Source'])].filter((part) => part !== undefined).join(' · ');
  const decision = decidedByNobodyNamed('suppressed', 'accept', why);
  if (finding === undefined) return { type: 'passed-over', why: 'set aside without saying what is.' };
  return textOf(row['Type']) === 'misconfiguration' ? misconfiguration(finding, place, target, decision) : vulnerability(finding, place, target, decision);
}

/** The score of the source the severity is from, else that of NVD, else the first; CVSS 4 before 3 before 2. */
function scoreOf(row: LooseObject): number | undefined {
  const scores = objectOf(row['CVSS']) ?? {};
  const chosen = objectsOf([scores[textOf(row['SeveritySource']) ?? ''], scores['nvd'], ...Object.values(scores)])[0];
  return ['V40Score', 'V3Score', 'V2Score'].map((key) => numberOf(chosen?.[key])).find((score) => score !== undefined && score >= 0 && score <= 10);
}

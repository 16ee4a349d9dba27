import { beginsAs, both, has, lacks } from '#importers/detection/outline-test.ts';
import { listOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { reportImporter } from '#importers/scan/report-importer.ts';
import { decidedByNobodyNamed, rowObject, sighting, type ReportRow, type StatedDecision } from '#importers/scan/sighting.ts';
import { scoreOf } from '#importers/scan/severity.ts';
import { weaknessName } from '#importers/scan/vulnerability-names.ts';
import { dayOrWhenOf } from '#importers/scan/when-text.ts';

/** DefectDojo generic findings as JSON; as CSV they are read with every other table of findings. */
export const defectdojoImporter = reportImporter({
  format: 'defectdojo',
  title: 'DefectDojo generic findings (JSON)',
  specification: 'DefectDojo Generic Findings Import',
  tool: 'defectdojo',
  detects: (start) => beginsAs(start, both(has('findings.[].title', 'findings.[].severity'), lacks('schema', 'findings.[].serviceId'))),
  header: ['/name', '/type'],
  rows: ['/findings/*'],
  lists: ['/findings'],
  drop: ['description', 'mitigation', 'impact', 'steps_to_reproduce', 'references', 'files', 'file', 'request', 'response', 'static_finding_payload'],
  subject: () => ({ repositories: [], names: [] }),
  scannedAt: () => undefined,
  source: (header) => textOf(header.get('/type')) ?? textOf(header.get('/name')) ?? 'DefectDojo',
  reader: () => (path, value) => {
    const found = rowObject(value, path);
    return 'fault' in found ? [found.fault] : [findingRow(found.row, found.place)];
  },
});

function findingRow(row: LooseObject, place: string): ReportRow {
  const title = textOf(row['title']);
  if (title === undefined) return { type: 'rejected', fault: { place, code: 'title-missing', reason: 'The finding has no title.', remedy: 'Fill in the title.' } };
  const component = textOf(row['component_name']);
  const version = textOf(row['component_version']);
  const file = textOf(row['file_path']);
  const endpoint = listOf(row['endpoints']).map((each) => textOf(each)).find((each) => each !== undefined);
  const unique = textOf(row['unique_id_from_tool']);
  return sighting({
    place,
    identity: unique === undefined ? [title, component, file, endpoint, textOf(row['vuln_id_from_tool'])] : [unique],
    names: [textOf(row['cve']), ...listOf(row['vulnerability_ids']).map(textOf), ...objectsOf(row['vulnerability_ids']).map((each) => textOf(each['vulnerability_id'])), textOf(row['vuln_id_from_tool'])],
    title,
    severityWord: textOf(row['severity']),
    score: [row['cvssv4_score'], row['cvssv3_score']].map(scoreOf).find((score) => score !== undefined),
    component: component === undefined ? undefined : version === undefined ? component : `${component}@${version}`,
    location: file === undefined ? endpoint : lineOf(file, row['line']),
    weakness: weaknessName(row['cwe']),
    firstSeenAt: dayOrWhenOf(row['date']),
    fixedAt: row['is_mitigated'] === true ? (dayOrWhenOf(row['mitigated']) ?? dayOrWhenOf(row['date'])) : undefined,
    exploited: row['known_exploited'] === true ? true : undefined,
    decision: decisionOf(row),
  });
}

function lineOf(file: string, line: unknown): string {
  const number = /^\d+$/.exec(String(line))?.[0];
  return number === undefined ? file : `${file}:${number}`;
}

/** The file says that it was accepted or set aside, and never by whom or when. */
function decisionOf(row: LooseObject): StatedDecision | undefined {
  const said = ['risk_accepted', 'false_p', 'out_of_scope'].filter((field) => row[field] === true);
  return said.length === 0 ? undefined : decidedByNobodyNamed('set-aside', 'accept', said.map((word) => word.replace('false_p', 'false positive').replaceAll('_', ' ')).join(' · '));
}

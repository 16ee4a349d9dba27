import { beginsAs, says } from '#importers/detection/outline-test.ts';
import { componentKey } from '#importers/scan/held-by-name.ts';
import { numberOf, objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { oddVersion } from '#importers/scan/odd-version.ts';
import { reportImporter } from '#importers/scan/report-importer.ts';
import { decidedByNobodyNamed, rowObject, sighting, type ReportRow, type StatedDecision } from '#importers/scan/sighting.ts';
import { weaknessName } from '#importers/scan/vulnerability-names.ts';
import { dayOrWhenOf } from '#importers/scan/when-text.ts';

/** Dependency-Track findings. Who analysed or suppressed one is in the audit trail of its server, and not in the file. */
export const dependencyTrackImporter = reportImporter({
  format: 'dependency-track',
  title: 'Dependency-Track findings (FPF)',
  specification: 'OWASP Dependency-Track Finding Packaging Format 1.0 to 1.5',
  tool: 'dependency-track',
  detects: (start) => beginsAs(start, says('meta.application', /dependency-track/i)),
  header: ['/version', '/meta/timestamp', '/project'],
  rows: ['/findings/*'],
  lists: ['/findings'],
  drop: ['description', 'recommendation', 'references', 'matrix'],
  odd: (header) => oddVersion('/version', header.get('/version'), /^1\.\d+$/, 'version 1'),
  subject: (header) => {
    const project = objectOf(header.get('/project'));
    const name = textOf(project?.['name']);
    return { repositories: [], names: [textOf(project?.['uuid']), name, name?.replace(/ \([^)]*\)$/, '').split('/').at(-1)].filter((each) => each !== undefined) };
  },
  scannedAt: (header) => dayOrWhenOf(header.get('/meta/timestamp')),
  scope: (header) => textOf(objectOf(header.get('/project'))?.['uuid']),
  builds: (header) => [textOf(objectOf(header.get('/project'))?.['version'])],
  source: () => 'Dependency-Track',
  reader: () => (path, value) => {
    const found = rowObject(value, path);
    return 'fault' in found ? [found.fault] : [findingRow(found.row, found.place)];
  },
});

function findingRow(row: LooseObject, place: string): ReportRow {
  const component = objectOf(row['component']);
  const vulnerability = objectOf(row['vulnerability']);
  const group = textOf(component?.['group']);
  const name = textOf(component?.['name']);
  const plain = name === undefined ? undefined : [group === undefined ? name : `${group}:${name}`, textOf(component?.['version'])].filter((part) => part !== undefined).join('@');
  const shown = textOf(component?.['purl']) ?? plain;
  const analysis = objectOf(row['analysis']);
  const state = textOf(analysis?.['state']);
  return sighting({
    place,
    identity: [shown === undefined ? textOf(component?.['uuid']) : componentKey(shown)],
    names: [textOf(vulnerability?.['vulnId']), ...aliasesOf(vulnerability?.['aliases'])],
    title: textOf(vulnerability?.['title']) ?? [textOf(vulnerability?.['vulnId']), name].filter((part) => part !== undefined).join(' in '),
    severityWord: textOf(vulnerability?.['severity']),
    score: ['cvssV4Score', 'cvssV3BaseScore', 'cvssV2BaseScore'].map((key) => numberOf(vulnerability?.[key])).find((score) => score !== undefined && score >= 0 && score <= 10),
    component: shown,
    weakness: [...objectsOf(vulnerability?.['cwes']).map((each) => each['cweId']), ...(Array.isArray(vulnerability?.['cwes']) ? vulnerability['cwes'] : []), vulnerability?.['cweId']]
      .map(weaknessName).find((weakness) => weakness !== undefined),
    firstSeenAt: dayOrWhenOf(objectOf(row['attribution'])?.['attributedOn']),
    fixedAt: undefined,
    publishedAt: dayOrWhenOf(vulnerability?.['published']),
    decision: decisionOf(state, analysis),
  });
}

/** Not affected, false positive or resolved by analysis, or suppressed without one. */
function decisionOf(state: string | undefined, analysis: LooseObject | undefined): StatedDecision | undefined {
  const isSuppressed = analysis?.['isSuppressed'] === true;
  const why = [state, textOf(analysis?.['justification']), textOf(analysis?.['response']), textOf(analysis?.['details']), isSuppressed ? 'suppressed' : undefined]
    .filter((part) => part !== undefined).join(' · ');
  switch (state?.toUpperCase()) {
    case 'NOT_AFFECTED':
    case 'FALSE_POSITIVE':
      return decidedByNobodyNamed('analysis', 'accept', why);
    case 'RESOLVED':
      return { ...decidedByNobodyNamed('analysis', 'mitigate', why), isDone: true };
    default:
      return isSuppressed ? decidedByNobodyNamed('analysis', 'accept', why) : undefined;
  }
}

/** Aliases are objects with a field for each list, or plain texts in older files. */
function aliasesOf(value: unknown): readonly (string | undefined)[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((alias) => (typeof alias === 'string' ? [alias] : Object.entries(objectOf(alias) ?? {}).filter(([key]) => key.endsWith('Id')).map(([, name]) => textOf(name))));
}

import { beginsAs, either, has } from '#importers/detection/outline-test.ts';
import { listOf, objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { pointerOf } from '#importers/reading/place.ts';
import { reportImporter } from '#importers/scan/report-importer.ts';
import { rowObject, sighting, type ReportRow } from '#importers/scan/sighting.ts';
import { scoreOf } from '#importers/scan/severity.ts';
import { weaknessName } from '#importers/scan/vulnerability-names.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/**
 * OSV-Scanner reports. The scanner groups ids of one vulnerability; each group is one finding. What
 * `osv-scanner.toml` ignores is not in the report, so nothing can be recorded about who ignored it.
 */
export const osvScannerImporter = reportImporter({
  format: 'osv-scanner',
  title: 'OSV-Scanner (JSON)',
  specification: 'OSV-Scanner JSON output, OSV schema 1',
  tool: 'osv-scanner',
  detects: (start) => beginsAs(start, either(has('results.[].packages'), has('results.[].source.path'), has('results', 'experimental_config'))),
  header: [],
  rows: ['/results/*/source', '/results/*/packages/*'],
  lists: ['/results', '/results/*/packages'],
  drop: ['details', 'affected', 'references', 'credits', 'licenses'],
  subject: () => ({ repositories: [], names: [] }),
  scannedAt: () => undefined,
  source: () => 'OSV-Scanner',
  reader: () => {
    const sources = new Map<string, string>();
    return (path, value) => {
      if (path.at(-1) === 'source') {
        sources.set(pointerOf(path), textOf(objectOf(value)?.['path']) ?? '');
        return [];
      }
      const found = rowObject(value, path);
      if ('fault' in found) return [found.fault];
      return packageRows(found.row, found.place, sources.get(pointerOf([...path.slice(0, 2), 'source'])));
    };
  },
});

function packageRows(row: LooseObject, place: string, source: string | undefined): readonly ReportRow[] {
  const described = objectOf(row['package']);
  const ecosystem = textOf(described?.['ecosystem']);
  const name = textOf(described?.['name']);
  const version = textOf(described?.['version']);
  const component = name === undefined ? undefined : [name, version].filter((part) => part !== undefined).join('@');
  const vulnerabilities = objectsOf(row['vulnerabilities']);
  const byId = new Map(vulnerabilities.map((each) => [textOf(each['id']), each] as const));
  const groups = objectsOf(row['groups']);
  const grouped = groups.length > 0 ? groups : vulnerabilities.map((each): LooseObject => ({ ids: [each['id']] }));
  return grouped.map((group, index) => {
    const ids = listOf(group['ids']).flatMap((id) => textOf(id) ?? []);
    const vulnerability = ids.map((id) => byId.get(id)).find((each) => each !== undefined);
    const known = ids.flatMap((id) => listOf(byId.get(id)?.['aliases']).flatMap((alias) => textOf(alias) ?? []));
    const specific = objectOf(vulnerability?.['database_specific']);
    return sighting({
      place: `${place}/groups/${index}`,
      identity: [ecosystem, name, source],
      names: [...ids, ...listOf(group['aliases']).map(textOf), ...known],
      title: textOf(vulnerability?.['summary']),
      severityWord: textOf(specific?.['severity']),
      score: scoreOf(group['max_severity']),
      component,
      location: source === '' ? undefined : source,
      publishedAt: whenOf(vulnerability?.['published']),
      weakness: listOf(specific?.['cwe_ids']).map(weaknessName).find((weakness) => weakness !== undefined),
    });
  });
}

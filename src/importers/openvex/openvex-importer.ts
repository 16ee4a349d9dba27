import { beginsAs, says } from '#importers/detection/outline-test.ts';
import { quoted } from '#importers/reading/place.ts';
import { listOf, objectOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import type { ReportHeader } from '#importers/scan/report-header.ts';
import { oddVersion } from '#importers/scan/odd-version.ts';
import { reportImporter } from '#importers/scan/report-importer.ts';
import { rowObject, sighting, type ReportRow, type StatedDecision } from '#importers/scan/sighting.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/**
 * OpenVEX documents. `not_affected` is a decision of the document's author to accept, `fixed` one that was carried
 * out; the author is a required field (OpenVEX 0.2.0, section 3). `affected` and `under_investigation` decide nothing.
 */
export const openvexImporter = reportImporter({
  format: 'openvex',
  title: 'OpenVEX',
  specification: 'OpenVEX 0.2.0',
  linksFindings: true,
  tool: 'openvex',
  detects: (start) => beginsAs(start, says('@context', /openvex/i)),
  header: ['/@context', '/author', '/role', '/timestamp', '/last_updated'],
  rows: ['/statements/*'],
  lists: ['/statements'],
  drop: [],
  odd: (header) => oddVersion('/@context', header.get('/@context'), /^https:\/\/openvex\.dev\/ns(\/v0\.\d+(\.\d+)?)?\/?$/, 'OpenVEX 0.2'),
  subject: () => ({ repositories: [], names: [] }),
  scannedAt: (header) => whenOf(header.get('/last_updated')) ?? whenOf(header.get('/timestamp')),
  source: () => 'OpenVEX',
  reader: (header) => (path, value) => {
    const found = rowObject(value, path);
    return 'fault' in found ? [found.fault] : statementRows(found.row, found.place, header);
  },
});

function* statementRows(row: LooseObject, place: string, header: ReportHeader): Generator<ReportRow, void, undefined> {
  const vulnerability = objectOf(row['vulnerability']);
  const names = [textOf(vulnerability?.['name']) ?? textOf(row['vulnerability']) ?? textOf(vulnerability?.['@id']), ...listOf(vulnerability?.['aliases']).map(textOf)];
  if (names[0] === undefined) {
    yield { type: 'rejected', fault: { place, code: 'id-missing', reason: 'The statement names no vulnerability.', remedy: 'Name it by its CVE or advisory id.' } };
    return;
  }
  const status = textOf(row['status']);
  const decision = decisionOf(status, row, header);
  if (decision === undefined && !open.has(status ?? '')) {
    yield { type: 'repaired', fault: { place: `${place}/status`, code: 'enum', reason: `The status ${quoted(status)} is not one that OpenVEX has; the finding stays open.`, remedy: 'Correct it at the source.' } };
  }
  const components = componentsOf(row);
  for (const component of components.length === 0 ? [undefined] : components) {
    yield sighting({
      place,
      identity: [component],
      names,
      title: textOf(vulnerability?.['description']),
      component,
      firstSeenAt: whenOf(row['timestamp']),
      fixedAt: status === 'fixed' ? (decision?.at ?? whenOf(header.get('/timestamp'))) : undefined,
      decision,
      isStatement: decision !== undefined,
    });
  }
}

const open: ReadonlySet<string> = new Set(['affected', 'under_investigation']);

function decisionOf(status: string | undefined, row: LooseObject, header: ReportHeader): StatedDecision | undefined {
  if (status !== 'not_affected' && status !== 'fixed') return undefined;
  const why = ['justification', 'impact_statement', 'status_notes', 'action_statement'].flatMap((field) => textOf(row[field]) ?? []);
  return {
    word: `openvex-${status === 'fixed' ? 'fixed' : 'not-affected'}`,
    kind: status === 'fixed' ? 'mitigate' : 'accept',
    by: textOf(row['supplier']) ?? textOf(header.get('/author')),
    at: whenOf(row['last_updated']) ?? whenOf(row['timestamp']) ?? whenOf(header.get('/last_updated')) ?? whenOf(header.get('/timestamp')),
    why: [status, ...why].join(' · '),
    expiresAt: undefined,
    isDone: status === 'fixed',
  };
}

/** The parts of the products a statement is about, else the products; older documents write a product as text. */
function componentsOf(row: LooseObject): readonly string[] {
  return listOf(row['products']).flatMap((product) => {
    const described = objectOf(product);
    const parts = listOf(described?.['subcomponents']).flatMap((part) => nameOf(part) ?? []);
    const whole = nameOf(product);
    return parts.length > 0 ? parts : whole === undefined ? [] : [whole];
  });
}

function nameOf(value: unknown): string | undefined {
  const described = objectOf(value);
  return textOf(value) ?? textOf(objectOf(described?.['identifiers'])?.['purl']) ?? textOf(described?.['@id']);
}

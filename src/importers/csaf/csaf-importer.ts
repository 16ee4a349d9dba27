import { beginsAs, either, has, says } from '#importers/detection/outline-test.ts';
import { quoted } from '#importers/reading/place.ts';
import { refuse } from '#importers/reading/rejection.ts';
import { csafProducts } from '#importers/csaf/csaf-products.ts';
import { csafStatements } from '#importers/csaf/csaf-statements.ts';
import { objectOf, textOf } from '#importers/scan/loose.ts';
import { reportImporter } from '#importers/scan/report-importer.ts';
import { rowObject } from '#importers/scan/sighting.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/**
 * CSAF advisories and VEX documents. A publisher speaks for a product and is no person: what it says does not matter
 * or is fixed is recorded without a maker, and with the publisher in its reason.
 */
export const csafImporter = reportImporter({
  format: 'csaf',
  title: 'CSAF 2.0 (advisory and VEX)',
  specification: 'OASIS Common Security Advisory Framework 2.0 and 2.1, profiles 4 and 5',
  linksFindings: true,
  tool: 'csaf',
  detects: (start) => beginsAs(start, either(has('document.csaf_version'), says('document.category', /^csaf/))),
  header: ['/document/csaf_version', '/document/publisher', '/document/tracking/current_release_date', '/document/tracking/initial_release_date', '/product_tree'],
  rows: ['/vulnerabilities/*'],
  lists: ['/vulnerabilities'],
  drop: ['references', 'acknowledgments', 'revision_history', 'generator', 'metrics_history', 'product_identification_helper_hashes'],
  check(header, file) {
    const version = header.get('/document/csaf_version');
    if (version === undefined || version === '2.0' || version === '2.1') return;
    refuse(file, { place: '/document/csaf_version', code: 'version', reason: `The document is CSAF ${quoted(version)}; 2.0 and 2.1 are read.`, remedy: 'Export it as CSAF 2.0.' });
  },
  subject: () => ({ repositories: [], names: [] }),
  scannedAt: (header) => whenOf(header.get('/document/tracking/current_release_date')),
  source: (header) => textOf(objectOf(header.get('/document/publisher'))?.['name']) ?? 'CSAF',
  reader(header) {
    const products = csafProducts(header.get('/product_tree'));
    const publisher = objectOf(header.get('/document/publisher'));
    const statedBy = textOf(publisher?.['name']);
    const since = whenOf(header.get('/document/tracking/initial_release_date'));
    const at = whenOf(header.get('/document/tracking/current_release_date'));
    return (path, value) => {
      const found = rowObject(value, path);
      return 'fault' in found ? [found.fault] : csafStatements(found.row, found.place, { products, statedBy, since, at });
    };
  },
});

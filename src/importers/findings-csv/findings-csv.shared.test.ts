import { findingsCsvImporter } from '#importers/findings-csv/findings-csv-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('defectdojo-generic', findingsCsvImporter, {
  'generic_csv_defect_dojo.csv': { entries: { findings: 4 }, severities: { low: 4 } },
  'generic_csv_with_epss.csv': { entries: { findings: 1 }, severities: { low: 1 } },
  'generic_report1.csv': { entries: { findings: 5 }, severities: { low: 5 }, fields: { 'shop:csv': { at: '2021-02-28', defectClass: 'CWE-1', location: 'https://vulnerable.endpoint.com/resource1/asdf' } } },
  'generic_report_kev_cvssv4.csv': { refused: 'csv-quote' },
  'generic_non_numeric_fields.json': { format: 'defectdojo' },
  'generic_report1.json': { format: 'defectdojo' },
  'generic_report_fix_version.json': { format: 'defectdojo' },
  'generic_report_kev_cvssv4.json': { format: 'defectdojo' },
});

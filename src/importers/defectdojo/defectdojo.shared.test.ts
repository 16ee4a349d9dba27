import { defectdojoImporter } from '#importers/defectdojo/defectdojo-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('defectdojo-generic', defectdojoImporter, {
  'generic_csv_defect_dojo.csv': { format: 'findings-csv' },
  'generic_csv_with_epss.csv': { format: 'findings-csv' },
  'generic_report1.csv': { format: 'findings-csv' },
  'generic_report_kev_cvssv4.csv': { format: 'findings-csv' },
  'generic_non_numeric_fields.json': { entries: { findings: 3 }, severities: { medium: 3 } },
  'generic_report1.json': { entries: { findings: 2 }, severities: { medium: 2 }, fields: { 'CVE-2020-36234': { at: '2021-01-06', defectClass: 'CWE-261', aliases: ['TEST1'] } } },
  'generic_report_fix_version.json': { entries: { findings: 2 }, severities: { high: 1, medium: 1 }, fields: { 'CVE-2025-12345': { component: 'spring-core@6.1.0' } } },
  'generic_report_kev_cvssv4.json': { entries: { findings: 2 }, severities: { medium: 2 }, fields: { 'CVE-2020-36234': { exploited: true, score: 7.3 } } },
});

import { dependencyTrackImporter } from '#importers/dependency-track/dependency-track-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('dependency-track-fpf', dependencyTrackImporter, {
  'dependency_track_3.8.0_2021-01-18.json': { entries: { findings: 9 }, severities: { medium: 9 }, fields: { 'CVE-2016-7103': { component: 'pkg:maven/org.webjars/jquery-ui@1.11.4?type=jar', defectClass: 'CWE-79', at: '2021-01-18T15:08:59Z' } } },
  'deptrack_npm_4.14.1.json': {
    entries: { findings: 12 }, severities: { critical: 1, medium: 10, high: 1 },
    fields: { 'CVE-2026-25547': { at: '2026-04-07', score: 9.2, aliases: ['GHSA-7h2j-956f-4vf2'], component: 'pkg:npm/brace-expansion@2.0.3' } },
  },
  'many_findings_with_alias.json': { entries: { findings: 12 }, severities: { high: 5, medium: 7 }, fields: { 'CVE-2022-42004': { aliases: ['GHSA-rgv9-q543-rqg4', 'DSA-5283-1'] } } },
  'no_findings_because_findings_key_is_missing.json': {},
  'no_findings_because_findings_key_is_null.json': {},
});

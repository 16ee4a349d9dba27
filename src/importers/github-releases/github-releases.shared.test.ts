import { githubReleasesImporter } from '#importers/github-releases/github-releases-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('github-release-process', githubReleasesImporter, {
  'branch_protection_rule.created.json': { foreign: 'foreign-format' },
  'deployment.json': { entries: { releases: 1 }, fields: { 'shop:': { version: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e', at: '2019-05-15T15:20:53Z', facts: ['deployed to production from master'] } } },
  'deployment_review.requested.json': {},
  'deployment_status.json': { entries: { releases: 1 }, fields: { 'shop:': { at: '2019-05-15T15:20:55Z', facts: ['deployed to production from master', 'deployment succeeded'] } } },
  'release.published.json': { entries: { releases: 1 }, fields: { 'shop:': { version: '0.0.1' } } },
  'workflow_job.queued.json': { foreign: 'foreign-format' },
  'workflow_run.completed.json': {},
});

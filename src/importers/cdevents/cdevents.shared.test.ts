import { cdeventsImporter } from '#importers/cdevents/cdevents-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('cdevents', cdeventsImporter, {
  'approval_closed.json': {},
  'approval_created.json': {},
  'approval_updated.json': {},
  'artifact_published.json': { entries: { releases: 1 } },
  'artifact_signed.json': {},
  'build_finished.json': {},
  'change_created.json': {},
  'change_merged.json': {},
  'change_reviewed.json': {},
  'environment_created.json': {},
  'incident_detected.json': {},
  'incident_reported.json': {},
  'incident_resolved.json': {},
  'pipelinerun_finished.json': {},
  'pipelinerun_started.json': {},
  'service_deployed.json': { entries: { releases: 1 }, fields: { 'shop:cdevents': { at: '2023-03-20T14:27:05.315384Z', version: 'sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427', serviceId: 'shop' } } },
  'service_rolledback.json': { entries: { releases: 1 } },
  'service_upgraded.json': { entries: { releases: 1 } },
  'testsuiterun_finished.json': {},
  'ticket_closed.json': {},
  'ticket_created.json': {},
});

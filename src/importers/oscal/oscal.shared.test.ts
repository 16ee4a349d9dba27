import { oscalImporter } from '#importers/oscal/oscal-importer.ts';
import { describeGolden } from '#test/support/golden-reports.ts';

describeGolden('oscal', oscalImporter, {
  'FedRAMP-POAM-OSCAL-Template.json': { entries: { risks: 2, decisions: 1 }, fields: { ':decision': { kind: 'accept', byId: undefined, rationale: 'risk-adjustment: approved' } } },
  'FedRAMP-SAR-OSCAL-Template.json': { entries: { findings: 4, risks: 4, decisions: 1 }, severities: { unknown: 4 }, rejected: { 'duplicate-id': 1 } },
  'ifa_assessment-results-example.json': {
    entries: { findings: 1, risks: 1 }, severities: { unknown: 1 },
    fields: { '45d8a6c2': { externalId: 'ac-6.1_obj', at: '2023-06-02T08:31:20-04:00' }, '0cfa750e': { findingIds: ['oscal:45d8a6c2-1368-4bad-9ba0-7141f0a32889'] } },
  },
  'ifa_plan-of-action-and-milestones.json': {
    entries: { risks: 2, evidence: 2, decisions: 2 }, repaired: { 'dangling-reference': 1 },
    fields: {
      '8b8bae66-b28c-4fa5-9a20-b79e7322fc00': { dueAt: '2024-01-01T05:00:00-04:00', openedAt: '2023-05-19T12:14:16-04:00', ownerId: undefined },
      '8b8bae66-b28c-4fa5-9a20-b79e7322fc00:decision': { kind: 'accept', byId: undefined, expiresAt: '2024-01-01T05:00:00-04:00' },
      '1c65d2d3-7735-47fa-8f68-a236744beab7:decision': { kind: 'mitigate', byId: undefined },
    },
  },
  'ifa_plan-of-action-and-milestones.xml': { foreign: 'xml-not-supported' },
  'ifa_ssp-example.json': { foreign: 'foreign-format' },
  'ssp-example.json': { foreign: 'foreign-format' },
});

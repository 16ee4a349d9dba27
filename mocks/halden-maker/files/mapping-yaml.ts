import { WORKSPACE_SCHEMA } from '#core/record/workspace.ts';
import { derivedRiskId } from '#core/mapping/derived-risk.ts';
import { familyName } from '#core/mapping/family-names.ts';
import { teams } from '#mocks/halden-maker/company/organisation.ts';
import { services } from '#mocks/halden-maker/company/services.ts';
import { yamlText, type FileSet } from '#mocks/halden-maker/files/file-set.ts';
import { risks } from '#mocks/halden-maker/risks/plan.ts';
import type { Day } from '#mocks/halden-maker/risks/risk.ts';

/** The day on which somebody began to map what scanners find. */
export const MAPPING_DAY: Day = '2026-11-17';
export const MAPPING_FILE = 'record/mapping-2026-11.yaml';

/** The numbers of these categories of CWE view 1400. */
const ACCESS_CONTROL = '1396';
const RESOURCE_LIFECYCLE = '1416';

/** One rule to a risk that was there, two derived risks whose leads are asked, and most findings without a risk: a beginning. */
export function mappingFiles(): FileSet {
  const derived = ['access-requests', 'basket-service'].map((serviceId) => derivedOf(serviceId, RESOURCE_LIFECYCLE));
  const text = yamlText({
    schema: WORKSPACE_SCHEMA,
    risks: derived,
    mappings: [
      {
        id: 'map-deploy-controller', way: 'rule', at: MAPPING_DAY, madeById: 'noor.rahman', riskId: idOf('Deploy controller has rights over every cluster'),
        match: { serviceIds: ['deploy-controller'], families: [ACCESS_CONTROL] },
        reason: 'What scanners find about its rights is what the risk is about.', recordedAt: MAPPING_DAY,
      },
      {
        id: 'map-resource-lifecycle', way: 'derive', at: MAPPING_DAY, madeById: 'lucie.moreau', riskIds: derived.map(({ id }) => id),
        reason: 'Two services with many of one kind, to try it out.', recordedAt: MAPPING_DAY,
      },
    ],
  });
  return new Map([[MAPPING_FILE, text]]);
}

function derivedOf(serviceId: string, family: string) {
  const service = services.find(({ id }) => id === serviceId);
  const team = teams.find(({ id }) => id === service?.teamId);
  if (service === undefined || team?.leadId === undefined) throw new Error(`No lead of ${serviceId}.`);
  return {
    id: derivedRiskId({ serviceId, family }), label: `${familyName(family)}: ${service.title}`, serviceIds: [serviceId], openedAt: MAPPING_DAY,
    derivedFrom: { serviceId, family }, proposedOwnerId: team.leadId, proposedAt: MAPPING_DAY, recordedAt: MAPPING_DAY,
  };
}

function idOf(label: string): string {
  const risk = risks.find((one) => one.label === label);
  if (risk === undefined) throw new Error(`No risk ${label}.`);
  return risk.id;
}

import { z } from 'zod';
import {
  gateKinds, personKinds, serviceExposures, severities, teamKinds,
} from '#core/record/entities.ts';
import { readinessStates } from '#core/picture/readiness.ts';
import type { Coverage, Picture, PreviousRiskRow } from '#core/picture/picture.ts';
import { flagSchema } from '#contract/flag.ts';
import { riskRowSchema } from '#contract/risk-row.ts';
import { whenSchema } from '#contract/when.ts';

const id = z.string();
const orNothing = id.nullable();
const count = z.int().nonnegative();

const shareSchema = z.strictObject({ with: count, total: count });

const coverageSchema = z.strictObject({
  servicesWithTeam: shareSchema,
  servicesWithProcess: shareSchema,
  servicesWithFindings: shareSchema,
  teamsWithLead: shareSchema,
  risksWithRange: shareSchema,
  risksWithOwner: shareSchema,
  peopleWithManager: shareSchema,
}) satisfies z.ZodType<Coverage>;

const teamRowSchema = z.strictObject({
  id, name: z.string(), kind: z.enum(teamKinds), leadId: orNothing, parentId: orNothing, depth: count, end: count,
});

const stageRowSchema = z.strictObject({ id, name: z.string(), gate: z.enum(gateKinds), gateOwnerId: orNothing });

const processRowSchema = z.strictObject({ id, name: z.string(), stages: z.array(stageRowSchema) });

const personRowSchema = z.strictObject({
  id,
  name: z.string(),
  title: z.string().nullable(),
  kind: z.enum(personKinds),
  teamId: orNothing,
  managerId: orNothing,
  inPost: z.boolean(),
});

const serviceRowSchema = z.strictObject({
  id,
  name: z.string(),
  teamId: orNothing,
  processId: orNothing,
  exposure: z.enum(serviceExposures),
  repository: z.string().nullable(),
  dependsOn: z.array(id),
});

const findingCellRowSchema = z.strictObject({
  serviceId: id, stageId: orNothing, severity: z.enum(severities), count,
});

const grantRowSchema = z.strictObject({
  id,
  granteeId: id,
  grantorId: orNothing,
  limit: z.number().nonnegative().nullable(),
  from: whenSchema.nullable(),
  to: whenSchema.nullable(),
  live: z.boolean(),
  delegable: z.boolean().nullable(),
  chain: z.array(id),
  scope: z.string(),
  standing: z.string(),
});

const packRowSchema = z.strictObject({
  id, label: z.string(), at: whenSchema, presenterId: orNothing, riskIds: z.array(id),
});

const previousRiskRowSchema = z.strictObject({
  id,
  label: z.string(),
  owningTeamId: orNothing,
  processId: orNothing,
  severalProcesses: z.boolean(),
  ownerId: orNothing,
  readiness: z.enum(readinessStates),
  expectedAnnualLoss: z.number().nonnegative().nullable(),
}) satisfies z.ZodType<PreviousRiskRow>;

/** The one answer the brief and every page down to a risk is drawn from: `Picture` of the core, field for field. */
export const pictureSchema = z.strictObject({
  asOf: whenSchema,
  against: whenSchema,
  organisation: z.string(),
  sample: z.boolean(),
  recordVersion: count,
  newestRecordedAt: whenSchema.nullable(),
  policyVersion: z.string(),
  currency: z.string(),
  coverage: coverageSchema,
  teams: z.array(teamRowSchema),
  processes: z.array(processRowSchema),
  persons: z.array(personRowSchema),
  services: z.array(serviceRowSchema),
  risks: z.array(riskRowSchema),
  previousRisks: z.array(previousRiskRowSchema),
  closedRiskIds: z.array(id),
  findingCells: z.array(findingCellRowSchema),
  previousFindingCells: z.array(findingCellRowSchema),
  otherFlags: z.array(flagSchema),
  grants: z.array(grantRowSchema),
  packs: z.array(packRowSchema),
}) satisfies z.ZodType<Picture>;

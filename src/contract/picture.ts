import { z } from 'zod';
import {
  gateKinds, personKinds, serviceExposures, severities, teamKinds,
} from '#core/record/entities.ts';
import { readinessStates } from '#core/picture/readiness.ts';
import type { Coverage, Picture, PreviousRiskRow } from '#core/picture/picture.ts';
import { flagSchema } from '#contract/flag.ts';
import { decisionSchema, escalationSchema, riskRowSchema } from '#contract/risk-row.ts';
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

const money = z.number().nonnegative();
const share = z.number().min(0).max(1);
const tolerancePointSchema = z.strictObject({ above: money, atMost: share });

const limitsSchema = z.strictObject({
  expectedAnnualLoss: money.optional(), points: z.array(tolerancePointSchema).optional(), singleEvent: money.optional(),
  unquantified: z.boolean().optional(), harms: z.array(z.strictObject({ unit: z.string(), atMost: money })).optional(),
});

const commonCauseSchema = z.strictObject({
  id, label: z.string(), rate: money.nullable(), rateLow: money.nullable(), rateHigh: money.nullable(),
  riskIds: z.array(id), ownerId: orNothing,
});

const lossSchema = z.strictObject({
  id, label: z.string(), riskId: id, riskLabel: z.string(), at: whenSchema, amount: money, currency: z.string().exactOptional(),
  range: z.strictObject({ low: money, high: money, estimatedBy: orNothing }).nullable(), inside: z.boolean().nullable(),
});

const toleranceSchema = z.strictObject({
  points: z.array(tolerancePointSchema), setBy: z.string().optional(), setAt: whenSchema.optional(), source: z.string().optional(),
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
  limits: limitsSchema.exactOptional(),
});

const packRowSchema = z.strictObject({
  id, label: z.string(), at: whenSchema, presenterId: orNothing, riskIds: z.array(id),
  cutoff: whenSchema.exactOptional(), evidenceIds: z.array(id).exactOptional(),
  whyNot: z.array(z.strictObject({ evidenceId: id, line: z.string() })).exactOptional(),
});

const closedRiskSchema = z.strictObject({
  id, label: z.string(), ownerId: orNothing, openedAt: whenSchema, closedAt: whenSchema, decisionNeededBy: whenSchema,
  expectedAnnualLoss: money.nullable(), firstKnownAt: whenSchema.nullable(),
  firstKnownBy: z.strictObject({ kind: z.enum(['person', 'team']), id }).nullable(),
  decisions: z.array(decisionSchema), escalations: z.array(escalationSchema),
});

const previousRiskRowSchema = z.strictObject({
  estimateMethod: z.string().optional(),
  id,
  label: z.string(),
  owningTeamId: orNothing,
  processId: orNothing,
  severalProcesses: z.boolean(),
  ownerId: orNothing,
  readiness: z.enum(readinessStates),
  expectedAnnualLoss: z.number().nonnegative().nullable(),
}) satisfies z.ZodType<PreviousRiskRow>;

/** Every open finding once: linked, by rule, derived and unmapped add up to `open`. */
const findingReachSchema = z.strictObject({
  open: count, linked: count, byRule: count, derived: count, unmapped: count,
  unmappedByService: z.array(z.strictObject({ serviceId: id, count })),
});

/** The one answer the brief and every page down to a risk is drawn from: `Picture` of the core, field for field. */
export const pictureSchema = z.strictObject({
  asOf: whenSchema,
  against: whenSchema,
  organisation: z.string(),
  sample: z.boolean(),
  recordVersion: count,
  newestRecordedAt: whenSchema.nullable(),
  policyVersion: z.string(),
  policyRecordedAt: whenSchema.nullable(),
  currency: z.string(),
  coverage: coverageSchema,
  teams: z.array(teamRowSchema),
  processes: z.array(processRowSchema),
  persons: z.array(personRowSchema),
  services: z.array(serviceRowSchema),
  risks: z.array(riskRowSchema),
  previousRisks: z.array(previousRiskRowSchema),
  closedRiskIds: z.array(id),
  reopenedRiskIds: z.array(id).optional(),
  previousPolicyVersion: z.string().optional(),
  findingCells: z.array(findingCellRowSchema),
  previousFindingCells: z.array(findingCellRowSchema),
  otherFlags: z.array(flagSchema),
  grants: z.array(grantRowSchema),
  packs: z.array(packRowSchema),
  closedRisks: z.array(closedRiskSchema).exactOptional(),
  commonCauses: z.array(commonCauseSchema).exactOptional(),
  losses: z.array(lossSchema).exactOptional(),
  tolerance: toleranceSchema.exactOptional(),
  findingReach: findingReachSchema.exactOptional(),
}) satisfies z.ZodType<Picture>;

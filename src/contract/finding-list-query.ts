import { z } from 'zod';
import { severities } from '#core/record/entities.ts';
import { familyIds } from '#core/mapping/family-names.ts';
import { reachWays } from '#core/mapping/reach-way.ts';
import { findingSteps } from '#core/release/finding-step.ts';
import { flagText, idSchema, limitText } from '#contract/fields.ts';
import { daySchema } from '#contract/when.ts';

const several = z.string().min(2).max(20_000).refine(isIdList, { error: 'is no JSON list of ids' });

/** What a list of findings is narrowed to. Lists of ids are JSON text: an address names each field once. */
export const findingListQuery = z.strictObject({
  asOf: daySchema.optional().meta({ description: 'The record as it was known at the end of this day. Absent = now.' }),
  team: idSchema.optional(),
  withSubteams: flagText.optional().meta({ description: 'Absent = true' }),
  noTeam: flagText.optional(),
  process: idSchema.optional(),
  noProcess: flagText.optional(),
  service: idSchema.optional(),
  stage: idSchema.optional(),
  noStage: flagText.optional(),
  stages: several.optional().meta({ description: 'Found at one of these stages: a JSON list of ids' }),
  severity: z.enum(severities).optional(),
  risk: idSchema.optional().meta({ description: 'Findings that reach this risk: linked ones, and open ones by rule or of its service and weakness family' }),
  reach: z.enum(reachWays).optional().meta({ description: 'Open findings that reach a risk in this way; unmapped = that reach none' }),
  mapping: idSchema.optional().meta({ description: 'Findings that reach a risk by this mapping' }),
  family: z.enum(familyIds).optional().meta({ description: 'Weakness family: a category of CWE view 1400 by its number, or unclassified' }),
  openOnly: flagText.optional().meta({ description: 'Absent = true' }),
  introducedStage: idSchema.optional(),
  noIntroducedStage: flagText.optional(),
  introducedStages: several.optional().meta({ description: 'Made at one of these stages: a JSON list of ids' }),
  escaped: flagText.optional().meta({ description: 'Both stages are recorded, and differ (true) or are the same (false)' }),
  introducedTeam: idSchema.optional(),
  introducedSubteams: flagText.optional().meta({ description: 'With the teams below introducedTeam. Absent = false' }),
  noIntroducedTeam: flagText.optional(),
  introducedTeams: several.optional().meta({ description: 'Introduced by one of these teams: a JSON list of ids' }),
  fixedTeam: idSchema.optional(),
  fixedTeams: several.optional().meta({ description: 'Fixed by one of these teams: a JSON list of ids' }),
  fixNamesTeam: flagText.optional().meta({ description: 'Fixed, with (true) or without (false) a team recorded that fixed it' }),
  foundWeek: daySchema.optional().meta({ description: 'First day of the seven days in which it was found' }),
  fixedWeek: daySchema.optional().meta({ description: 'First day of the seven days in which it was fixed' }),
  foundFrom: daySchema.optional().meta({ description: 'First day it was found on' }),
  foundTo: daySchema.optional().meta({ description: 'Last day it was found on' }),
  fixedFrom: daySchema.optional().meta({ description: 'First day it was fixed on' }),
  fixedTo: daySchema.optional().meta({ description: 'Last day it was fixed on' }),
  step: z.enum(findingSteps).optional().meta({ description: 'Took this step from release to fix, of what introducedTeam introduced; ended from stepFrom to stepTo' }),
  stepFrom: daySchema.optional(),
  stepTo: daySchema.optional(),
  origin: z.literal('untraced').optional().meta({ description: 'Neither a team nor a release is recorded that introduced it, and it is not bought in' }),
  afterShipping: flagText.optional().meta({ description: 'Became public after the release that brought it had shipped (true), or is not known to have (false)' }),
  introducedRelease: idSchema.optional(),
  kind: z.string().min(1).max(500).optional().meta({ description: 'Its weakness, or the rule of the tool where it has none' }),
  introducedAfter: daySchema.optional().meta({ description: 'Got in after this day: its release shipped later or, where none is recorded, it was found later' }),
  limit: limitText.optional(),
  cursor: z.string().min(1).max(1_000).optional(),
});

function isIdList(text: string): boolean {
  try {
    return z.array(idSchema).max(500).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/** The ids of a list that was checked by the query. */
export function idsOf(text: string | undefined): readonly string[] | undefined {
  return text === undefined ? undefined : z.array(z.string()).parse(JSON.parse(text));
}

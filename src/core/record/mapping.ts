import type { When } from '#core/time.ts';
import type { Annotated } from '#core/record/entities.ts';

/** One service and one weakness family: see `core/mapping/weakness-families.ts`. */
export interface FindingGroup {
  serviceId: string;
  family: string;
}

export const mappingWays = ['link', 'rule', 'derive'] as const;
/** Findings by name, everything a rule matches, or one derived risk for each service and weakness family. */
export type MappingWay = (typeof mappingWays)[number];

/** What a mapping rule matches: all that are named have to hold, and of a list any one. Without any of them it matches nothing. */
export interface MatchConditions {
  serviceIds?: readonly string[] | undefined;
  /** Owning teams, each with the teams below it. */
  teamIds?: readonly string[] | undefined;
  families?: readonly string[] | undefined;
  /** Weaknesses as findings carry them, such as `CWE-89`. */
  weaknesses?: readonly string[] | undefined;
  /** Rules and vulnerabilities by the name their source gives them. */
  ruleIds?: readonly string[] | undefined;
  tools?: readonly string[] | undefined;
}

/** Says which risk findings reach. A later version with `withdrawnAt` takes it back from that day on. */
export interface Mapping extends Annotated {
  way: MappingWay;
  at: When;
  /** Who decided so. Absent = only who recorded it is known. */
  madeById?: string | undefined;
  /** The risk that the findings reach; of `link` and `rule`. */
  riskId?: string | undefined;
  /** Of `link`. */
  findingIds?: readonly string[] | undefined;
  /** Of `rule`. */
  match?: MatchConditions | undefined;
  /** The derived risks it made; of `derive`. */
  riskIds?: readonly string[] | undefined;
  reason?: string | undefined;
  withdrawnAt?: When | undefined;
}

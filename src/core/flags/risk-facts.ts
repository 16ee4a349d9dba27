import { dayOf } from '#core/time.ts';
import type { Decision, Risk, Urgency } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { decisionInForce, latestDecision } from '#core/authority/decisions.ts';
import { lowestCompetent, type LowestCompetent } from '#core/authority/lowest-competent.ts';
import { inPost, type InPost } from '#core/authority/person-in-post.ts';
import { informationOf, type InformationVerdict } from '#core/information/information-of.ts';
import { ownerAuthority, type OwnerAuthority } from '#core/picture/readiness-of-risk.ts';
import { briefDays, ownerDays } from '#core/flags/clocks.ts';
import { urgencyOf } from '#core/flags/urgency.ts';

/** What the rules about one open risk share, worked out once. All days are day numbers. */
export interface RiskFacts {
  index: RecordIndex;
  risk: Risk;
  /** Day of the view. */
  day: number;
  opened: number;
  /** Days since it was opened. */
  age: number;
  urgency: Urgency;
  /** Days to act. */
  clock: number;
  /** Days within which somebody is to be named. */
  ownerDays: number;
  /** Days within which the deciding person is to be shown what is known. */
  briefDays: number;
  owner: InPost;
  authority: OwnerAuthority;
  information: InformationVerdict;
  /** The deciding person: the owner, else the lowest person with authority. */
  deciding: string | undefined;
  lowest: LowestCompetent;
  /** Newest decision of any kind. */
  latest: Decision | undefined;
  inForce: Decision | undefined;
}

export function riskFacts(index: RecordIndex, risk: Risk): RiskFacts {
  const opened = dayOf(risk.openedAt);
  const urgency = urgencyOf(index, risk);
  const information = informationOf(index, risk);
  return {
    index,
    risk,
    day: index.day,
    opened,
    age: index.day - opened,
    urgency,
    clock: index.policy.clock[urgency],
    ownerDays: ownerDays(index, risk),
    briefDays: briefDays(index, risk),
    owner: inPost(index, risk.ownerId),
    authority: ownerAuthority(index, risk),
    information,
    deciding: information.deciding.state === 'person' ? information.deciding.personId : undefined,
    lowest: lowestCompetent(index, risk),
    latest: latestDecision(index, risk.id),
    inForce: decisionInForce(index, risk.id),
  };
}

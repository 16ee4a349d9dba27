import { dayOf } from '#core/time.ts';
import type { Decision, Evidence, Risk, Urgency } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { isInForce } from '#core/authority/decisions.ts';
import { lowestAble } from '#core/authority/lowest-competent.ts';
import { inPost, type InPost } from '#core/authority/person-in-post.ts';
import { startOfLine, type StartOfLine } from '#core/authority/start-of-line.ts';
import { informationOf, type InformationVerdict } from '#core/information/information-of.ts';
import type { PieceRead } from '#core/information/piece-read.ts';
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
  /** Evidence attached to the risk, material or not, oldest first. */
  evidence: readonly Evidence[];
  /** Material pieces attached to the risk, oldest first, and how each reached the deciding person. */
  own: readonly PieceRead[];
  /** The same of pieces attached elsewhere that bear on the risk. */
  elsewhere: readonly PieceRead[];
  /** Where the line of possible deciders starts. Worked out when a rule asks, as is `able`. */
  readonly start: StartOfLine;
  /** The lowest person with authority, informed or not. */
  readonly able: string | undefined;
  /** Oldest first. */
  decisions: readonly Decision[];
  /** Newest decision of any kind. */
  latest: Decision | undefined;
  inForce: Decision | undefined;
}

export function riskFacts(index: RecordIndex, risk: Risk): RiskFacts {
  const opened = dayOf(risk.openedAt);
  const urgency = urgencyOf(index, risk);
  const clock = index.policy.clock[urgency];
  const owner = inPost(index, risk.ownerId);
  const information = informationOf(index, risk, owner);
  const { deciding, reads } = information;
  const isOwn = ({ piece }: PieceRead) => piece.riskId === risk.id;
  const onlyOwn = reads.every(isOwn);
  const decisions = listOf(index.decisionsByRisk, risk.id);
  const latest = decisions.at(-1);
  return {
    index,
    risk,
    day: index.day,
    opened,
    age: index.day - opened,
    urgency,
    clock,
    ownerDays: ownerDays(index, clock),
    briefDays: briefDays(index, clock),
    owner,
    authority: ownerAuthority(index, risk, owner),
    information,
    deciding: deciding.state === 'person' ? deciding.personId : undefined,
    evidence: listOf(index.evidenceByRisk, risk.id),
    own: onlyOwn ? reads : reads.filter(isOwn),
    elsewhere: onlyOwn ? [] : reads.filter((read) => !isOwn(read)),
    get start() {
      return startOfLine(index, risk);
    },
    get able() {
      return lowestAble(index, risk);
    },
    decisions,
    latest,
    inForce: latest !== undefined && isInForce(index, latest) ? latest : undefined,
  };
}

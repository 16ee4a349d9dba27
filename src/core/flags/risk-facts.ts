import { dayOf } from '#core/time.ts';
import type { Decision, Evidence, Risk, Urgency } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { isInForce, latestDecision } from '#core/authority/decisions.ts';
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
  /** Newest decision of any kind. */
  latest: Decision | undefined;
  inForce: Decision | undefined;
}

export function riskFacts(index: RecordIndex, risk: Risk): RiskFacts {
  const owner = inPost(index, risk.ownerId);
  return new Facts(index, risk, owner, informationOf(index, risk, owner));
}

/** A class, because thousands are made at once and its getters then cost nothing until one is read. */
class Facts implements RiskFacts {
  readonly index: RecordIndex;
  readonly risk: Risk;
  readonly day: number;
  readonly opened: number;
  readonly age: number;
  readonly urgency: Urgency;
  readonly clock: number;
  readonly ownerDays: number;
  readonly briefDays: number;
  readonly owner: InPost;
  readonly authority: OwnerAuthority;
  readonly information: InformationVerdict;
  readonly deciding: string | undefined;
  readonly evidence: readonly Evidence[];
  readonly own: readonly PieceRead[];
  readonly elsewhere: readonly PieceRead[];
  readonly latest: Decision | undefined;
  readonly inForce: Decision | undefined;

  constructor(index: RecordIndex, risk: Risk, owner: InPost, information: InformationVerdict) {
    const { deciding, reads } = information;
    const isOwn = ({ piece }: PieceRead) => piece.riskId === risk.id;
    const onlyOwn = reads.every(isOwn);
    this.index = index;
    this.risk = risk;
    this.day = index.day;
    this.opened = dayOf(risk.openedAt);
    this.age = index.day - this.opened;
    this.urgency = urgencyOf(index, risk);
    this.clock = index.policy.clock[this.urgency];
    this.ownerDays = ownerDays(index, this.clock);
    this.briefDays = briefDays(index, this.clock);
    this.owner = owner;
    this.authority = ownerAuthority(index, risk, owner);
    this.information = information;
    this.deciding = deciding.state === 'person' ? deciding.personId : undefined;
    this.evidence = listOf(index.evidenceByRisk, risk.id);
    this.own = onlyOwn ? reads : reads.filter(isOwn);
    this.elsewhere = onlyOwn ? [] : reads.filter((read) => !isOwn(read));
    this.latest = latestDecision(index, risk.id);
    this.inForce = this.latest !== undefined && isInForce(index, this.latest) ? this.latest : undefined;
  }

  get start(): StartOfLine {
    return startOfLine(this.index, this.risk);
  }

  get able(): string | undefined {
    return lowestAble(this.index, this.risk);
  }
}

import { sayHeld } from '#language/say.ts';
import { isoDay, type When } from '#core/time.ts';
import type { Risk, Urgency } from '#core/record/entities.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import { indexRecord, type RecordIndex } from '#core/record/record-index.ts';
import type { RecordView } from '#core/record/view.ts';
import { isOpen } from '#core/authority/decisions.ts';
import { lowestCompetent, type LowestCompetent } from '#core/authority/lowest-competent.ts';
import type { InformationVerdict } from '#core/information/information-of.ts';
import { whoKnewWhen, type WhoKnewWhen } from '#core/information/who-knew-when.ts';
import { readinessOf, type OwnerAuthority } from '#core/picture/readiness-of-risk.ts';
import type { Lack, Readiness } from '#core/picture/readiness.ts';
import type { Flag } from '#core/flags/flag.ts';
import type { Condition, FlagText } from '#core/flags/flag-rule.ts';
import { foldOrigins, type OtherFlag } from '#core/flags/fold-origins.ts';
import { headsUpDays, headsUpOf, headsUpWithoutClock } from '#core/flags/heads-up.ts';
import { lackOf } from '#core/flags/lack.ts';
import { arrange, type ArrangedFlags } from '#core/flags/quiet.ts';
import { riskFacts, type RiskFacts } from '#core/flags/risk-facts.ts';
import { recordRules, riskRules } from '#core/flags/rules.ts';
import { a10OnFindings } from '#core/flags/rules/a10-on-findings.ts';
import { p6OriginNotTraced } from '#core/flags/rules/p6-origin-not-traced.ts';
import { bySize } from '#core/flags/size-order.ts';

/** Everything the record says about who decides one open risk, whether they can, and whether they know. */
export interface RiskEvaluation {
  riskId: string;
  readiness: Readiness;
  lack: Lack;
  /** Authority of whoever is named. */
  authority: OwnerAuthority;
  /** Information of the deciding person. */
  information: InformationVerdict;
  /** Worked out when it is read, and kept. */
  readonly lowest: LowestCompetent;
  /** Worked out when it is read. */
  readonly knowledge: WhoKnewWhen;
  urgency: Urgency;
  clockDays: number;
  /** Every condition that holds, before anything is quieted. */
  conditions: readonly Flag[];
  /** At most four lines. Arranged when it is read, as is `moreFlags`. */
  readonly flags: readonly Flag[];
  /** The rest, behind "more conditions". */
  readonly moreFlags: readonly Flag[];
}

export interface Evaluation {
  asOf: When;
  policyVersion: string;
  /** Open risks by id. */
  risks: ReadonlyMap<string, RiskEvaluation>;
  /** Conditions of teams, processes, persons, findings, steps, packs and the organisation. */
  otherFlags: readonly Flag[];
  /** The same as pages show them: of findings without an origin that no risk rests on, one line a team. */
  otherShown: readonly Flag[];
  /** Every condition that holds, the largest and longest first. */
  flags: readonly Flag[];
}

/** Runs every rule over a view, once. */
export function evaluateRecord(view: RecordView): Evaluation {
  const index = indexRecord(view);
  const risks = new Map<string, RiskEvaluation>();
  const flags: Flag[] = [];
  for (const risk of view.risks.values()) {
    if (!isOpen(index, risk)) continue;
    const evaluation = evaluateOpenRisk(index, risk);
    risks.set(risk.id, evaluation);
    for (const flag of evaluation.conditions) if (flag.subjectKind === 'risk') flags.push(flag);
  }
  const otherFlags = otherFlagsOf(index).map(({ flag }) => flag);
  flags.push(...otherFlags);
  const { policy: { version } } = index;
  return { asOf: view.asOf, policyVersion: version, risks, otherFlags, otherShown: otherShownOf(index), flags: bySize(index, flags) };
}

/** One risk; undefined where the record holds no open risk of that id. */
export function evaluateRisk(index: RecordIndex, riskId: string): RiskEvaluation | undefined {
  const risk = index.view.risks.get(riskId);
  return risk === undefined || !isOpen(index, risk) ? undefined : evaluateOpenRisk(index, risk);
}

function evaluateOpenRisk(index: RecordIndex, risk: Risk): RiskEvaluation {
  const facts = riskFacts(index, risk);
  const conditions: Flag[] = [];
  const headsUp = headsUpDays(index.policy, facts.urgency, facts.clock);
  for (const rule of riskRules) {
    const found = rule.find(facts);
    if (found !== undefined) conditions.push(flagOf(index, rule.text, risk.id, found, headsUp));
  }
  for (const flag of otherFlagsByRisk(index).get(risk.id) ?? []) conditions.push(flag);
  return new EvaluatedRisk(facts, conditions);
}

/** A class, because thousands are made at once and its getters then cost nothing until one is read. */
class EvaluatedRisk implements RiskEvaluation {
  readonly riskId: string;
  readonly readiness: Readiness;
  readonly lack: Lack;
  readonly authority: OwnerAuthority;
  readonly information: InformationVerdict;
  readonly urgency: Urgency;
  readonly clockDays: number;
  readonly conditions: readonly Flag[];
  #arranged: ArrangedFlags | undefined;
  readonly #index: RecordIndex;
  readonly #risk: Risk;

  constructor({ index, risk, authority, information, urgency, clock }: RiskFacts, conditions: readonly Flag[]) {
    this.riskId = risk.id;
    this.readiness = readinessOf(authority, information);
    this.lack = lackOf(conditions);
    this.authority = authority;
    this.information = information;
    this.urgency = urgency;
    this.clockDays = clock;
    this.conditions = conditions;
    this.#index = index;
    this.#risk = risk;
  }

  get flags(): readonly Flag[] {
    return (this.#arranged ??= arrange(this.conditions)).flags;
  }

  get moreFlags(): readonly Flag[] {
    return (this.#arranged ??= arrange(this.conditions)).moreFlags;
  }

  get lowest(): LowestCompetent {
    return lowestCompetent(this.#index, this.#risk);
  }

  get knowledge(): WhoKnewWhen {
    return whoKnewWhen(this.#index, this.#risk);
  }
}

const otherFlagsOf = perIndex((index): readonly OtherFlag[] =>
  [...recordRules, a10OnFindings].flatMap((rule) =>
    rule.find(index).map((found) => ({
      flag: flagOf(index, rule.text, found.subject, found, headsUpWithoutClock(index.policy)),
      riskIds: found.riskIds ?? [],
    })),
  ),
);

const otherShownOf = perIndex((index): readonly Flag[] => {
  const { flags, together } = foldOrigins(index, otherFlagsOf(index));
  return [...flags, ...together.map((found) => flagOf(index, p6OriginNotTraced.text, found.subject, found, headsUpWithoutClock(index.policy)))];
});

/** A step or a finding that belongs to a risk stands on that risk too. */
const otherFlagsByRisk = perIndex((index) => {
  const byRisk = new Map<string, Flag[]>();
  for (const { flag, riskIds } of otherFlagsOf(index)) {
    for (const riskId of riskIds) kept(byRisk, riskId, () => []).push(flag);
  }
  return byRisk;
});

function flagOf(index: RecordIndex, text: FlagText, subject: string, found: Condition, headsUpFor: number): Flag {
  const since = Math.min(found.since, index.day);
  const flag: Flag = {
    flag: text.id,
    family: text.family,
    title: sayHeld(text.title),
    subjectKind: found.subjectKind ?? text.subjectKind,
    subject,
    sentence: found.sentence,
    nextStep: found.nextStep,
    since: kept(days(index), since, () => isoDay(since)),
    policyVersion: index.policy.version,
  };
  if (found.person !== undefined) flag.person = found.person;
  const headsUp = headsUpOf(index, { ...flag, since, restsOn: found.restsOn }, headsUpFor);
  if (headsUp !== undefined) flag.headsUp = headsUp;
  return flag;
}

/** Thousands of flags start on a few hundred days: each is written once. */
const days = perIndex(() => new Map<number, When>());

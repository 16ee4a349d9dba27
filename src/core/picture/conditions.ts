import { flagIds, type Flag, type FlagId, type FlagSubjectKind } from '#core/flags/flag.ts';
import { isPastHeadsUp } from '#core/flags/heads-up.ts';
import { perPicture } from '#core/picture/per-picture.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';

/** Which conditions are asked for. Absent = all of them. */
export interface ConditionFilter {
  flags?: readonly FlagId[] | undefined;
  /** What the condition is about. */
  about?: readonly FlagSubjectKind[] | undefined;
}

/** The conditions of one kind that are up. */
export interface ConditionGroup {
  flag: FlagId;
  title: string;
  conditions: readonly Flag[];
}

/** Every condition shown anywhere in the picture, once: of the risks after quieting, then of all else, by the longest. */
export function conditionsOf(picture: Picture, { flags, about }: ConditionFilter = {}): readonly Flag[] {
  const all = allConditions(picture);
  if (flags === undefined && about === undefined) return all;
  return all.filter((flag) => (flags?.includes(flag.flag) ?? true) && (about?.includes(flag.subjectKind) ?? true));
}

const allConditions = perPicture((picture): readonly Flag[] => {
  const ofRisks = picture.risks.flatMap((risk) => [...risk.flags, ...risk.moreFlags]).filter((flag) => flag.subjectKind === 'risk');
  return [...ofRisks, ...picture.otherFlags];
});

/** The same by kind, in the order of the catalogue; within a kind the longest first. Kinds with none are left out. */
export function conditionGroups(picture: Picture, filter: ConditionFilter = {}): readonly ConditionGroup[] {
  const byFlag = Map.groupBy(conditionsOf(picture, filter), ({ flag }) => flag);
  return flagIds.flatMap((flag) => {
    const conditions = byFlag.get(flag)?.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)) ?? [];
    const [first] = conditions;
    return first === undefined ? [] : [{ flag, title: first.title, conditions }];
  });
}

/** Conditions about a person, a pack they present, or a risk of which they have been told first. */
export function conditionsNaming(picture: Picture, personId: string): readonly Flag[] {
  return conditionsOf(picture).filter(
    (flag) =>
      (flag.subjectKind === 'person' && flag.subject === personId) ||
      (flag.subjectKind === 'pack' && flag.person === personId) ||
      flag.headsUp?.to.some(({ kind, id }) => kind === 'person' && id === personId),
  );
}

/** Conditions of the organisation as a whole, and of the packs its board is given. */
export function conditionsOfOrganisation(picture: Picture): readonly Flag[] {
  return conditionsOf(picture, { about: ['organisation', 'pack'] });
}

/** The risk a condition is about, or that holds the step it is about. */
export function riskOfCondition(picture: Picture, { subjectKind, subject }: Flag): RiskRow | undefined {
  if (subjectKind === 'risk') return risksById(picture).get(subject);
  if (subjectKind === 'step') return risksByStep(picture).get(subject);
  return undefined;
}

const risksById = perPicture(({ risks }) => new Map(risks.map((risk) => [risk.id, risk])));
const risksByStep = perPicture(({ risks }) => new Map(risks.toReversed().flatMap((risk) => risk.steps.map((step) => [step.id, risk]))));

/** The picture as a board is given it: without what those named are still being shown first. */
export function withoutHeadsUp(picture: Picture): Picture {
  if (conditionsOf(picture).every(isPastHeadsUp)) return picture;
  return {
    ...picture,
    otherFlags: picture.otherFlags.filter(isPastHeadsUp),
    risks: picture.risks.map((risk) => ({ ...risk, flags: risk.flags.filter(isPastHeadsUp), moreFlags: risk.moreFlags.filter(isPastHeadsUp) })),
  };
}

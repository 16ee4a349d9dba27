import { dayInWords } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { FindingStep } from '#core/release/finding-step.ts';
import { messages, say } from '#language/say.ts';
import { familyName } from '#core/mapping/family-names.ts';
import { namesOf, type Names } from '#web/charts/names.ts';
import type { FindingListFilter } from '#web/url/finding-filter.ts';

/** What a list of findings is narrowed to, one phrase for each part. */
export function findingFilterWords(picture: Picture, filter: FindingListFilter): readonly string[] {
  const names = namesOf(picture);
  const risk = picture.risks.find((one) => one.id === filter.riskId);
  const words: (string | undefined)[] = [
    filter.teamId === undefined ? undefined : filter.withSubteams === false ? say('{team} itself', { team: names.teamName(filter.teamId) }) : names.teamName(filter.teamId),
    filter.noTeam === true ? say('no team recorded') : undefined,
    filter.processId === undefined ? undefined : (names.process(filter.processId)?.name ?? filter.processId),
    filter.noProcess === true ? say('no release process recorded') : undefined,
    filter.serviceId === undefined ? undefined : (names.service(filter.serviceId)?.name ?? filter.serviceId),
    ...stageWords(names, filter),
    ...teamWords(names, filter),
    filter.foundWeek === undefined ? undefined : say('found in the week of {day}', { day: dayInWords(filter.foundWeek) }),
    filter.fixedWeek === undefined ? undefined : say('fixed in the week of {day}', { day: dayInWords(filter.fixedWeek) }),
    ...spanWords(filter),
    filter.step === undefined ? undefined : stepWords(filter.step, filter.stepFrom, filter.stepTo),
    filter.riskId === undefined ? undefined : say('of {risk}', { risk: risk?.label ?? filter.riskId }),
    filter.reach === undefined ? undefined : say(reachWords[filter.reach]),
    filter.mappingId === undefined ? undefined : say('by one mapping'),
    filter.family === undefined ? undefined : say('of the weakness family {families}', { families: familyName(filter.family) }),
    ...traceWords(filter),
    filter.openOnly === false ? say('fixed ones included') : undefined,
  ];
  return words.flatMap((word) => word ?? []);
}

const reachWords = messages({
  linked: 'named by a risk', 'by-rule': 'reach a risk by a rule', derived: 'reach a derived risk', unmapped: 'without a risk',
});

/** Where they came from, beside stages and teams. */
function traceWords({ origin, afterShipping, introducedReleaseId, kind, introducedAfter }: FindingListFilter): readonly (string | undefined)[] {
  return [
    origin === undefined ? undefined : say('without a recorded origin'),
    afterShipping === undefined ? undefined : afterShipping ? say('became public after the release had shipped') : say('not known to have become public after the release had shipped'),
    introducedReleaseId === undefined ? undefined : say('first held by a scan of release {release}', { release: introducedReleaseId }),
    kind === undefined ? undefined : say('of the kind {kind}', { kind }),
    introducedAfter === undefined ? undefined : say('got in after {day}', { day: dayInWords(introducedAfter) }),
  ];
}

function stageWords(names: Names, filter: FindingListFilter): readonly (string | undefined)[] {
  const { stageId, introducedStageId, stageIds, introducedStageIds, escaped } = filter;
  return [
    stageId === undefined ? undefined : stageId === null ? say('no stage recorded') : say('found at {stage}', { stage: names.stageName(stageId) }),
    introducedStageId === undefined ? undefined : introducedStageId === null ? say('no stage of origin recorded') : say('made at {stage}', { stage: names.stageName(introducedStageId) }),
    stageIds === undefined ? undefined : say('found at {stage}', { stage: either(stageIds.map(names.stageName)) }),
    introducedStageIds === undefined ? undefined : say('made at {stage}', { stage: either(introducedStageIds.map(names.stageName)) }),
    escaped === undefined ? undefined : escaped ? say('past the stage that made them') : say('found at the stage that made them'),
  ];
}

function teamWords(names: Names, filter: FindingListFilter): readonly (string | undefined)[] {
  const { introducedTeamId, introducedSubteams, introducedTeamIds, fixedTeamId, fixedTeamIds, fixNamesTeam } = filter;
  return [
    introducedTeamId === undefined ? undefined : introducedTeamId === null ? say('no introducing team recorded')
      : introducedSubteams === true ? say('introduced by {team} and the teams below it', { team: names.teamName(introducedTeamId) }) : say('introduced by {team}', { team: names.teamName(introducedTeamId) }),
    introducedTeamIds === undefined ? undefined : say('introduced by {team}', { team: either(introducedTeamIds.map(names.teamName)) }),
    fixedTeamId === undefined ? undefined : say('fixed by {team}', { team: names.teamName(fixedTeamId) }),
    fixedTeamIds === undefined ? undefined : say('fixed by {team}', { team: either(fixedTeamIds.map(names.teamName)) }),
    fixNamesTeam === undefined ? undefined : fixNamesTeam ? say('fixed by a team on record') : say('fixed, no team recorded'),
  ];
}

function spanWords({ foundFrom, foundTo, fixedFrom, fixedTo }: FindingListFilter): readonly (string | undefined)[] {
  const day = (when: string | undefined): string => (when === undefined ? '' : dayInWords(when));
  return [
    foundFrom === undefined
      ? foundTo === undefined ? undefined : say('found by {to}', { to: day(foundTo) })
      : foundTo === undefined ? say('found from {from} on', { from: day(foundFrom) }) : say('found from {from} to {to}', { from: day(foundFrom), to: day(foundTo) }),
    fixedFrom === undefined
      ? fixedTo === undefined ? undefined : say('fixed by {to}', { to: day(fixedTo) })
      : fixedTo === undefined ? say('fixed from {from} on', { from: day(fixedFrom) }) : say('fixed from {from} to {to}', { from: day(fixedFrom), to: day(fixedTo) }),
  ];
}

const stepNames = messages({
  'shipped-to-found': 'shipped in a release on the record and found',
  'found-to-told': 'evidence reached who decides it',
  'told-to-decided': 'decided after the evidence reached who decides it',
  'decided-to-fixed': 'fixed after a decision',
  'found-to-fixed': 'fixed',
});

/** What a list of findings that took a step is of, and when the step ended. */
function stepWords(step: FindingStep, from: string | undefined, to: string | undefined): string {
  const name = say(stepNames[step]);
  return from === undefined || to === undefined ? name : say('{step}, from {from} to {to}', { step: name, from: dayInWords(from), to: dayInWords(to) });
}

const MOST_NAMED = 3;

/** `Code or Build`; of many the first ones and how many more. */
function either(found: readonly string[]): string {
  const shown = found.slice(0, MOST_NAMED);
  const more = found.length - shown.length;
  const [last, ...before] = [...shown].reverse();
  if (more > 0) return say('{names} or {more, number} more', { names: shown.join(', '), more });
  return before.length === 0 ? (last ?? '') : say('{names} or {last}', { names: before.reverse().join(', '), last: last ?? '' });
}

import { dayInWords } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import { namesOf } from '#web/charts/names.ts';
import type { FindingListFilter } from '#web/url/finding-filter.ts';

/** What a list of findings is narrowed to, one phrase for each part. */
export function findingFilterWords(picture: Picture, filter: FindingListFilter): readonly string[] {
  const names = namesOf(picture);
  const risk = picture.risks.find((one) => one.id === filter.riskId);
  const words: (string | undefined)[] = [
    filter.teamId === undefined ? undefined : `${names.teamName(filter.teamId)}${filter.withSubteams === false ? ' itself' : ''}`,
    filter.noTeam === true ? 'no team recorded' : undefined,
    filter.processId === undefined ? undefined : (names.process(filter.processId)?.name ?? filter.processId),
    filter.noProcess === true ? 'no release process recorded' : undefined,
    filter.serviceId === undefined ? undefined : (names.service(filter.serviceId)?.name ?? filter.serviceId),
    filter.stageId === undefined ? undefined : filter.stageId === null ? 'no stage recorded' : `found at ${names.stageName(filter.stageId)}`,
    filter.introducedStageId === undefined ? undefined : filter.introducedStageId === null ? 'no stage of origin recorded' : `made at ${names.stageName(filter.introducedStageId)}`,
    filter.escaped === undefined ? undefined : filter.escaped ? 'past the stage that made them' : 'found at the stage that made them',
    filter.introducedTeamId === undefined ? undefined : filter.introducedTeamId === null ? 'no introducing team recorded' : `introduced by ${names.teamName(filter.introducedTeamId)}${filter.introducedSubteams === true ? ' and the teams below it' : ''}`,
    filter.fixedTeamId === undefined ? undefined : `fixed by ${names.teamName(filter.fixedTeamId)}`,
    filter.fixNamesTeam === undefined ? undefined : filter.fixNamesTeam ? 'fixed by a team on record' : 'fixed, no team recorded',
    filter.foundWeek === undefined ? undefined : `found in the week of ${dayInWords(filter.foundWeek)}`,
    filter.fixedWeek === undefined ? undefined : `fixed in the week of ${dayInWords(filter.fixedWeek)}`,
    filter.riskId === undefined ? undefined : `of ${risk?.label ?? filter.riskId}`,
    filter.openOnly === false ? 'fixed ones included' : undefined,
  ];
  return words.flatMap((word) => word ?? []);
}

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
    filter.riskId === undefined ? undefined : `of ${risk?.label ?? filter.riskId}`,
    filter.openOnly === false ? 'fixed ones included' : undefined,
  ];
  return words.flatMap((word) => word ?? []);
}

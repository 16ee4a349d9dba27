import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import type { FlagId } from '#core/flags/flag.ts';
import type { RiskChange, RiskFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { namesOf } from '#web/charts/names.ts';
import { readinessWords } from '#web/ui/OwnerGlyph.tsx';

/** What a filter narrows to, one phrase for each part, in the order they are read. */
export function filterWords(picture: Picture, filter: RiskFilter): readonly string[] {
  const names = namesOf(picture);
  const words: (string | undefined)[] = [
    teamWords(picture, filter),
    filter.noTeam === true ? say('No team recorded') : undefined,
    filter.processId === undefined ? undefined : (names.process(filter.processId)?.name ?? filter.processId),
    filter.noProcess === true ? say('No release process recorded') : undefined,
    flagWords(filter.severalProcesses, say('Several release processes'), say('One release process')),
    filter.readiness?.map((state) => say(readinessWords[state])).join(', or '),
    filter.ownerId === undefined ? undefined : say('Decision owner {ownerId}', { ownerId: names.personName(filter.ownerId) }),
    filter.serviceId === undefined ? undefined : say('Service {serviceId}', { serviceId: names.service(filter.serviceId)?.name ?? filter.serviceId }),
    stageWords(picture, filter.stageId),
    flagWords(filter.unquantified, say('Without a range'), say('With a range')),
    filter.changed === undefined ? undefined : changeWords(filter.changed, dayInWords(picture.against)),
    filter.flags === undefined ? undefined : flagsWords(picture, filter.flags),
    filter.ids === undefined ? undefined : say('{ids, number} named {ids, plural, one {risk} other {risks}}', { ids: filter.ids.length }),
  ];
  return words.filter((word) => word !== undefined && word !== '').map(String);
}

function teamWords(picture: Picture, filter: RiskFilter): string | undefined {
  if (filter.teamId === undefined) return filter.withSubteams === false ? say('Owned by the team itself') : undefined;
  const name = namesOf(picture).teamName(filter.teamId);
  return filter.withSubteams === false ? say('{name} itself', { name }) : name;
}

function stageWords(picture: Picture, stageId: string | null | undefined): string | undefined {
  if (stageId === undefined) return undefined;
  if (stageId === null) return say('No stage recorded');
  return say('Got in at {stageId}', { stageId: namesOf(picture).stageName(stageId) });
}

function flagWords(value: boolean | undefined, yes: string, no: string): string | undefined {
  if (value === undefined) return undefined;
  return value ? yes : no;
}

/** The titles as the flags of the picture carry them: `I1 Has not been shown it`. */
function flagsWords(picture: Picture, ids: readonly FlagId[]): string {
  const titles = new Map(picture.risks.flatMap(({ flags, moreFlags }) => [...flags, ...moreFlags]).map(({ flag, title }) => [flag, title]));
  return say('Flag {map}', { map: ids.map((id) => [id, titles.get(id)].filter((word) => word !== undefined).join(' ')).join(', or ') });
}

function changeWords(change: RiskChange, since: string): string {
  switch (change) {
    case 'new': return say('New since {since}', { since });
    case 'carried': return say('Open since before {since}', { since });
    case 're-estimated': return say('Estimated otherwise than on {since}', { since });
    case 'moved': return say('With another team than on {since}', { since });
    case 'closed': return say('Closed since {since}', { since });
  }
}

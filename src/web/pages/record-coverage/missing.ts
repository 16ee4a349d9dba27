import { risksMatching } from '#core/picture/filter.ts';
import type { Coverage, Picture, Share } from '#core/picture/picture.ts';
import { messages, say } from '#language/say.ts';

/** One thing that lacks something on the record, by the page that shows it. */
export interface MissingItem {
  kind: 'service' | 'team' | 'risk' | 'person';
  id: string;
  name: string;
}

export interface MissingList {
  key: keyof Coverage;
  /** `42 of 60 services have an owning team`. */
  sentence: string;
  /** What it does to the figures. */
  effect: string;
  share: Share;
  /** As many as the share is short of its total; `null` where the picture cannot tell which they are. */
  missing: readonly MissingItem[] | null;
}

/** What the record does not hold, list by list, in the order of the coverage figures. */
export function missingLists(picture: Picture): readonly MissingList[] {
  const { services, teams, persons, processes, risks } = picture;
  const known = { team: idsOf(teams), process: idsOf(processes), person: idsOf(persons) };
  const lookedAt = new Set([...picture.findingCells, ...picture.previousFindingCells].map((cell) => cell.serviceId));
  const holds = (ids: ReadonlySet<string>, id: string | null): boolean => id !== null && ids.has(id);
  return [
    list(picture, 'servicesWithTeam', 'service', services.filter((one) => !holds(known.team, one.teamId))),
    list(picture, 'servicesWithProcess', 'service', services.filter((one) => !holds(known.process, one.processId))),
    list(picture, 'servicesWithFindings', 'service', services.filter((one) => !lookedAt.has(one.id))),
    list(picture, 'teamsWithLead', 'team', teams.filter((one) => !holds(known.person, one.leadId))),
    list(picture, 'risksWithRange', 'risk', risksMatching(picture, { unquantified: true })),
    list(picture, 'risksWithOwner', 'risk', risks.filter((one) => one.ownerId === null)),
    list(picture, 'peopleWithManager', 'person', persons.filter((one) =>
      one.kind === 'person' && one.inPost && !holds(known.person, one.managerId))),
  ];
}

/** Each list as a sentence over its share, and what the rest does to the figures. */
const words = messages({
  servicesWithTeam: {
    sentence: '{with, number} of {total, plural, one {# service has} other {# services have}} an owning team',
    effect: 'Risks and findings of the others stand under “No team recorded”.',
  },
  servicesWithProcess: {
    sentence: '{with, number} of {total, plural, one {# service has} other {# services have}} a release process',
    effect: 'Risks of the others stand under “No process recorded”.',
  },
  servicesWithFindings: {
    sentence: '{with, number} of {total, plural, one {# service has} other {# services have}} findings on the record',
    effect: 'Whether the others were looked at, the record does not say.',
  },
  teamsWithLead: {
    sentence: '{with, number} of {total, plural, one {# team has} other {# teams have}} a named lead',
    effect: 'Where none is named, the line from the work upward starts with nobody.',
  },
  risksWithRange: {
    sentence: '{with, number} of {total, plural, one {# open risk has} other {# open risks have}} a range',
    effect: 'The others are counted beside the money, never in it.',
  },
  risksWithOwner: {
    sentence: '{with, number} of {total, plural, one {# open risk has} other {# open risks have}} a named decision owner',
    effect: 'For the others nobody can decide.',
  },
  peopleWithManager: {
    sentence: '{with, number} of {total, plural, one {# person has} other {# people have}} a manager on the record',
    effect: 'A line upward ends at the others; one of them may be the top.',
  },
}) satisfies Readonly<Record<keyof Coverage, { sentence: string; effect: string }>>;

function list(
  picture: Picture, key: keyof Coverage, kind: MissingItem['kind'], rows: readonly { id: string; name?: string; label?: string }[],
): MissingList {
  const share = picture.coverage[key];
  const { sentence, effect } = words[key];
  return {
    key, share,
    effect: say(effect),
    sentence: say(sentence, { with: share.with, total: share.total }),
    missing: rows.length === share.total - share.with
      ? rows.map((row) => ({ kind, id: row.id, name: row.name ?? row.label ?? row.id }))
      : null,
  };
}

function idsOf(rows: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(rows.map((row) => row.id));
}

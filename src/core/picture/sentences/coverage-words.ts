import { messages, say } from '#language/say.ts';
import type { Coverage, Share } from '#core/picture/picture.ts';

export interface CoverageLine {
  part: keyof Coverage;
  share: Share;
  sentence: string;
}

/** Each sentence for none, for one of one, for all, and for some of a total. */
const wordings = messages({
  servicesWithTeam: {
    empty: 'No service is on the record',
    none: 'None of {total, plural, one {# service} other {# services}} has an owning team',
    one: 'The one service has an owning team',
    all: 'All {total, plural, one {# service} other {# services}} have an owning team',
    some: '{with, number} of {total, plural, one {# service} other {# services}} {with, plural, one {has an owning team} other {have an owning team}}',
  },
  servicesWithProcess: {
    empty: 'No service is on the record',
    none: 'None of {total, plural, one {# service} other {# services}} has a release process',
    one: 'The one service has a release process',
    all: 'All {total, plural, one {# service} other {# services}} have a release process',
    some: '{with, number} of {total, plural, one {# service} other {# services}} {with, plural, one {has a release process} other {have a release process}}',
  },
  servicesWithFindings: {
    empty: 'No service is on the record',
    none: 'None of {total, plural, one {# service} other {# services}} has findings from a scan or a test',
    one: 'The one service has findings from a scan or a test',
    all: 'All {total, plural, one {# service} other {# services}} have findings from a scan or a test',
    some: '{with, number} of {total, plural, one {# service} other {# services}} {with, plural, one {has findings from a scan or a test} other {have findings from a scan or a test}}',
  },
  teamsWithLead: {
    empty: 'No team is on the record',
    none: 'None of {total, plural, one {# team} other {# teams}} has a named lead',
    one: 'The one team has a named lead',
    all: 'All {total, plural, one {# team} other {# teams}} have a named lead',
    some: '{with, number} of {total, plural, one {# team} other {# teams}} {with, plural, one {has a named lead} other {have a named lead}}',
  },
  risksWithRange: {
    empty: 'No open risk is on the record',
    none: 'None of {total, plural, one {# open risk} other {# open risks}} has a range of loss and rate',
    one: 'The one open risk has a range of loss and rate',
    all: 'All {total, plural, one {# open risk} other {# open risks}} have a range of loss and rate',
    some: '{with, number} of {total, plural, one {# open risk} other {# open risks}} {with, plural, one {has a range of loss and rate} other {have a range of loss and rate}}',
  },
  risksWithOwner: {
    empty: 'No open risk is on the record',
    none: 'None of {total, plural, one {# open risk} other {# open risks}} has a named owner',
    one: 'The one open risk has a named owner',
    all: 'All {total, plural, one {# open risk} other {# open risks}} have a named owner',
    some: '{with, number} of {total, plural, one {# open risk} other {# open risks}} {with, plural, one {has a named owner} other {have a named owner}}',
  },
  peopleWithManager: {
    empty: 'No person is on the record',
    none: 'None of {total, plural, one {# person} other {# people}} has a manager on the record',
    one: 'The one person has a manager on the record',
    all: 'All {total, plural, one {# person} other {# people}} have a manager on the record',
    some: '{with, number} of {total, plural, one {# person} other {# people}} {with, plural, one {has a manager on the record} other {have a manager on the record}}',
  },
}) satisfies Readonly<Record<keyof Coverage, object>>;

const order: readonly (keyof Coverage)[] = [
  'servicesWithTeam', 'teamsWithLead', 'risksWithOwner', 'risksWithRange', 'servicesWithProcess', 'servicesWithFindings', 'peopleWithManager',
];

/** How much of the organisation the record covers, one sentence each: `42 of 60 services have an owning team`. */
export function coverageWords(coverage: Coverage): readonly CoverageLine[] {
  return order.map((part) => ({ part, share: coverage[part], sentence: coverageSentence(part, coverage[part]) }));
}

export function coverageSentence(part: keyof Coverage, share: Share): string {
  const words = wordings[part];
  const { total } = share;
  if (total === 0) return say(words.empty);
  if (share.with === 0) return say(words.none, { total });
  if (share.with === total) return total === 1 ? say(words.one) : say(words.all, { total });
  return say(words.some, { with: share.with, total });
}

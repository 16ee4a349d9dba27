import { listed } from '#language/lists.ts';
import { say } from '#language/say.ts';
import type { Mapping, MatchConditions } from '#core/record/mapping.ts';
import { serviceName, teamName } from '#core/record/names.ts';
import type { RecordView } from '#core/record/view.ts';
import { familyName } from '#core/mapping/family-names.ts';

/** What a mapping takes, in words: one phrase for each condition. */
export function mappingWords(view: RecordView, { way, match, findingIds = [], riskIds = [] }: Mapping): string {
  switch (way) {
    case 'link': return say('{count, plural, one {# finding by name} other {# findings by name}}', { count: findingIds.length });
    case 'rule': return matchWords(view, match ?? {});
    case 'derive': return say('{count, plural, one {# derived risk} other {# derived risks}} of a service and a weakness family each', { count: riskIds.length });
  }
}

function matchWords(view: RecordView, { serviceIds, teamIds, families, weaknesses, ruleIds, tools }: MatchConditions): string {
  const phrases = [
    serviceIds === undefined ? undefined : say('on {services}', { services: listed(serviceIds.map((id) => serviceName(view, id))) }),
    teamIds === undefined ? undefined : say('on services of {teams}', { teams: listed(teamIds.map((id) => teamName(view, id))) }),
    families === undefined ? undefined : say('of the weakness family {families}', { families: listed(families.map(familyName)) }),
    weaknesses === undefined ? undefined : say('of the weakness {weaknesses}', { weaknesses: listed(weaknesses) }),
    ruleIds === undefined ? undefined : say('under the name {rules}', { rules: listed(ruleIds) }),
    tools === undefined ? undefined : say('found by {tools}', { tools: listed(tools) }),
  ].flatMap((phrase) => phrase ?? []);
  return phrases.length === 0 ? say('nothing: no condition is named') : phrases.join(', ');
}

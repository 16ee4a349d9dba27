import { messages, say } from '#language/say.ts';
import type { GrantDown, LowestCompetent, NoGrantDown } from '#core/authority/lowest-competent.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import { onDay } from '#core/flags/wording.ts';
import { listed } from '#language/lists.ts';
import { personName, serviceName, teamName } from '#core/record/names.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { RecordView } from '#core/record/view.ts';
import type { LowestRow } from '#core/picture/picture.ts';

/** The lowest person who can decide, with both ways on; or why nobody can. */
export function lowestRow({ view }: RecordIndex, { answer }: LowestCompetent): LowestRow {
  const nobody = { personId: null, briefUp: null, grantDown: null };
  switch (answer.kind) {
    case 'can-decide-today':
      return {
        ...nobody, personId: answer.personId, sentence: say('{personId} can decide this today.', { personId: personName(view, answer.personId) }),
      };
    case 'two-ways': {
      const { personId, pieces, minutes } = answer.briefUp;
      const name = personName(view, personId);
      const { grantDown } = answer;
      const who = say('{name} is the lowest person who can decide; {pieces, plural, one {# piece of evidence has} other {# pieces of evidence have}} not reached them.', { name, pieces });
      return {
        personId,
        sentence: typeof grantDown === 'string' ? `${who} ${say(noGrantWords[grantDown])}` : who,
        briefUp: {
          personId, pieces, minutes, sentence: say('Brief {name}: {pieces, plural, one {# piece} other {# pieces}}, {minutes, plural, one {# minute} other {# minutes}}.', { name, pieces, minutes }),
        },
        ...(typeof grantDown === 'string'
          ? { grantDown: null, noGrantDown: say(noGrantWords[grantDown]) }
          : { grantDown: grantDownRow(view, grantDown) }),
      };
    }
    case 'nobody': {
      const informed = answer.informed.map((id) => personName(view, id));
      return {
        ...nobody,
        sentence: informed.length === 0
          ? say('No authority on the line or by grant reaches this: a gap in the grants, for the governing body.')
          : say('No authority on the line or by grant reaches this: a gap in the grants, for the governing body. The evidence has reached {informed}.', { informed: listed(informed) }),
      };
    }
    case 'no-line': {
      const { start } = answer;
      const sentence =
        start.state === 'no-team'
          ? say('No team is recorded as owning the service, so there is no line to follow.')
          : say('No lead is recorded for {listed} or above.', { listed: listed(start.teamIds.map((id) => teamName(view, id))) });
      return { ...nobody, sentence };
    }
  }
}

function grantDownRow(view: RecordView, { toId, byId, serviceIds, atLeast, until }: GrantDown): LowestRow['grantDown'] {
  const services = listed(serviceIds.map((id) => serviceName(view, id)));
  const limit = moneyProse(atLeast, 'exact', view.policy.currency);
  return {
    personId: toId,
    grantorId: byId,
    atLeast,
    until,
    sentence: say('{byId} grants {toId} at least {limit} for {services} until {until}.', { byId: personName(view, byId), toId: personName(view, toId), limit, services, until: onDay(until) }),
  };
}

const noGrantWords = messages({
  reserved: 'The governing body keeps this category to itself, so no grant can bring it down.',
  'no-range': 'Without a range on the record no limit can be named to bring it down.',
  'nobody-has-seen-it': 'The evidence has reached nobody in full, so there is nobody to bring the authority to.',
  'year-limits': 'The limit of one loss reaches it; the limits on the year do not, and a larger limit of one loss would not change that.',
  'nobody-above-can-give': 'No grant above the informed person is large enough and may be passed on.',
}) satisfies Readonly<Record<NoGrantDown, string>>;

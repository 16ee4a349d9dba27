import type { GrantDown, LowestCompetent, NoGrantDown } from '#core/authority/lowest-competent.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import { counted, onDay } from '#core/flags/wording.ts';
import { listed, personName, serviceName, teamName } from '#core/record/names.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { RecordView } from '#core/record/view.ts';
import type { LowestRow } from '#core/picture/picture.ts';

/** The lowest person who can decide, with both ways on; or why nobody can. */
export function lowestRow({ view }: RecordIndex, { answer }: LowestCompetent): LowestRow {
  const nobody = { personId: null, briefUp: null, grantDown: null };
  switch (answer.kind) {
    case 'can-decide-today':
      return {
        ...nobody, personId: answer.personId, sentence: `${personName(view, answer.personId)} can decide this today.`,
      };
    case 'two-ways': {
      const { personId, pieces, minutes } = answer.briefUp;
      const name = personName(view, personId);
      const { grantDown } = answer;
      const blocked = typeof grantDown === 'string' ? ` ${noGrantWords[grantDown]}` : '';
      return {
        personId,
        sentence: `${name} is the lowest person who can decide; ${counted(pieces, 'piece')} of evidence ${pieces === 1 ? 'has' : 'have'} not reached them.${blocked}`,
        briefUp: {
          personId, pieces, minutes, sentence: `Brief ${name}: ${counted(pieces, 'piece')}, ${counted(minutes, 'minute')}.`,
        },
        ...(typeof grantDown === 'string'
          ? { grantDown: null, noGrantDown: noGrantWords[grantDown] }
          : { grantDown: grantDownRow(view, grantDown) }),
      };
    }
    case 'nobody': {
      const informed = answer.informed.map((id) => personName(view, id));
      const seen = informed.length === 0 ? '' : ` The evidence has reached ${listed(informed)}.`;
      return {
        ...nobody,
        sentence: `No authority on the line or by grant reaches this: a gap in the grants, for the governing body.${seen}`,
      };
    }
    case 'no-line': {
      const { start } = answer;
      const sentence =
        start.state === 'no-team'
          ? 'No team is recorded as owning the service, so there is no line to follow.'
          : `No lead is recorded for ${listed(start.teamIds.map((id) => teamName(view, id)))} or above.`;
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
    sentence: `${personName(view, byId)} grants ${personName(view, toId)} at least ${limit} for ${services} until ${onDay(until)}.`,
  };
}

const noGrantWords: Readonly<Record<NoGrantDown, string>> = {
  reserved: 'The governing body keeps this category to itself, so no grant can bring it down.',
  'no-range': 'Without a range on the record no limit can be named to bring it down.',
  'nobody-has-seen-it': 'The evidence has reached nobody in full, so there is nobody to bring the authority to.',
  'year-limits': 'The limit of one loss reaches it; the limits on the year do not, and a larger limit of one loss would not change that.',
  'nobody-above-can-give': 'No grant above the informed person is large enough and may be passed on.',
};

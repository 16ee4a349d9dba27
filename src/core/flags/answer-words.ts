import type { Risk } from '#core/record/entities.ts';
import { listed } from '#core/record/names.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { Candidate } from '#core/authority/candidates.ts';
import type { GrantDown, LowestCompetent, NoGrantDown } from '#core/authority/lowest-competent.ts';
import { money, name, reading, services } from '#core/flags/phrases.ts';
import { counted, fill, onDay } from '#core/flags/wording.ts';
import { verdictWords } from '#core/flags/verdict-words.ts';

/** The answer to "who is the lowest person who can decide this", in words. */
export interface AnswerWords {
  /** The answer in one sentence. */
  sentence: string;
  /** The two ways, where nobody can decide today: always both. */
  briefUp: string | undefined;
  grantDown: string | undefined;
}

export const answerTexts = {
  today: '{person} can decide this today.',
  twoWays: 'Nobody with the authority has seen all of it: brief up, or grant down.',
  nobody: 'Nobody on the line or by grant has the authority.',
  nobodyInformed: 'Nobody on the line or by grant has the authority. {people} {have} seen the evidence.',
  noTeam: 'No team is recorded as owning the service.',
  noLead: 'No lead in post, or no common manager, is recorded for {teams}.',
  briefUp: 'Brief up: {person} can decide, after {reading}.',
  grantDown: '{giver} grants {person} authority over {services}, at least {amount}, until {date}.',
  grantDownLabel: 'Grant down: {text}',
  reserved: 'not open, the governing body decides this category itself.',
  noRange: 'not open, the risk has no range in money to grant for.',
  nobodyHasSeenIt: 'not open, the evidence has not reached anybody on the line in full.',
  nobodyAboveCanGive: 'not open, nobody above holds a grant large enough that may be passed on.',
  onLine: '{steps} up from the work',
  start: 'Where the work is',
  offLine: 'Off the line, by a grant',
} as const;

export function answerWords(index: RecordIndex, { answer }: LowestCompetent): AnswerWords {
  switch (answer.kind) {
    case 'can-decide-today':
      return only(fill(answerTexts.today, { person: name(index, answer.personId) }));
    case 'two-ways': {
      const { personId, pieces } = answer.briefUp;
      return {
        sentence: answerTexts.twoWays,
        briefUp: fill(answerTexts.briefUp, { person: name(index, personId), reading: reading(index, pieces) }),
        grantDown: fill(answerTexts.grantDownLabel, { text: grantDownWords(index, answer.grantDown) }),
      };
    }
    case 'nobody': {
      if (answer.informed.length === 0) return only(answerTexts.nobody);
      const people = listed(answer.informed.map((id) => name(index, id)));
      return only(fill(answerTexts.nobodyInformed, { people, have: answer.informed.length === 1 ? 'has' : 'have' }));
    }
    case 'no-line':
      if (answer.start.state === 'no-team') return only(answerTexts.noTeam);
      return only(fill(answerTexts.noLead, { teams: listed(answer.start.teamIds.map((id) => name(index, id))) }));
  }
}

/** Why somebody stands in the list of candidates and what they may do: one line. */
export function candidateWords(index: RecordIndex, risk: Risk, candidate: Candidate): string {
  const { hops, authority } = candidate;
  const place =
    hops === undefined
      ? answerTexts.offLine
      : hops === 0
        ? answerTexts.start
        : fill(answerTexts.onLine, { steps: counted(hops, 'step') });
  return `${place}. ${verdictWords(index, risk, authority)}`;
}

function only(sentence: string): AnswerWords {
  return { sentence, briefUp: undefined, grantDown: undefined };
}

function grantDownWords(index: RecordIndex, way: GrantDown | NoGrantDown): string {
  switch (way) {
    case 'reserved':
      return answerTexts.reserved;
    case 'no-range':
      return answerTexts.noRange;
    case 'nobody-has-seen-it':
      return answerTexts.nobodyHasSeenIt;
    case 'nobody-above-can-give':
      return answerTexts.nobodyAboveCanGive;
    default:
      return fill(answerTexts.grantDown, {
        giver: name(index, way.byId),
        person: name(index, way.toId),
        services: services(index, way.serviceIds),
        amount: money(index, way.atLeast, 'exact'),
        date: onDay(way.until),
      });
  }
}

import { quarterName } from '#core/time.ts';
import type { Outcome, Outcomes } from '#core/picture/decision-outcomes.ts';
import type { Roster } from '#core/picture/decision-roster.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { atStart, counted, inWords, money, sentences, verb, type CardWords } from '#core/picture/sentences/prose.ts';
import { securityLead } from '#core/picture/security-lead.ts';

/** What an outcome is called beside its squares. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  owner: 'Decided by the named owner',
  above: 'Decided above them',
  another: 'Decided by another, or by whom is not recorded',
  lapsed: 'Past its date with no decision: the CISO’s by default',
  open: 'Still open',
};

/** Page of decisions: how many questions are open, with how many people, and how many are past their date. */
export function rosterWords(picture: Picture, roster: Roster): PageWords {
  const { groups, count, passed, expectedAnnualLoss } = roster;
  if (count === 0) return { headline: 'No decision is open', lede: `Every one of ${counted(picture.risks.length, 'open risk')} has a decision in force.` };
  const rows = groups.flatMap((group) => group.rows);
  const unclear = rows.filter(({ risk }) => risk.readiness === 'cannot-tell').length;
  const nobody = rows.filter(({ risk }) => risk.readiness === 'nobody-named').length;
  const people = new Set(rows.filter(({ risk }) => risk.readiness !== 'cannot-tell' && risk.readiness !== 'nobody-named').map(({ risk }) => risk.ownerId));
  const rest = people.size === 0 ? 'nobody in post is named for any of them' : `${counted(people.size, 'decider')}${nobody === 0 ? '' : `, and nobody in post named for ${inWords(nobody)}`}`;
  return {
    headline: `${counted(count, 'open decision')}, ${rest}`,
    lede: sentences([
      expectedAnnualLoss === null ? 'None of them has a range.' : `${money(picture, expectedAnnualLoss)} expected annual loss rests on them.`,
      unclear === 0 ? undefined : `Of ${inWords(unclear)} the record cannot tell who is named.`,
      passed === 0 ? 'None is past its date.' : `${atStart(passed)} ${verb(passed, 'is', 'are')} past ${verb(passed, 'its', 'their')} date and ${verb(passed, 'rests', 'rest')} with ${carrier(picture)} by default.`,
    ]),
  };
}

/** Card: what became of the quarter's decisions. */
export function outcomesWords(picture: Picture, now: Outcomes, before: Outcomes): CardWords {
  const quarter = quarterName(now.to);
  const lapsed = now.count('lapsed');
  const was = before.count('lapsed');
  const subtitle = `One square a decision of ${quarter} so far, by rule. ${quarterName(before.to)}: ${was} of ${before.closed} fell to the CISO by default.`;
  if (now.closed === 0) return { headline: `Nothing was decided or came due in ${quarter} so far`, subtitle };
  if (lapsed === 0) return { headline: `${verb(now.closed, 'The one decision', `All ${counted(now.closed, 'decision')}`)} of ${quarter} ${verb(now.closed, 'was', 'were')} made by somebody`, subtitle };
  const worth = now.lapsedLoss === null ? '' : `; ${money(picture, now.lapsedLoss)} a year`;
  const trend = lapsed === was ? '' : `, ${lapsed > was ? 'up' : 'down'} from ${was}`;
  return { headline: `${lapsed} of ${counted(now.closed, 'decision')} in ${quarter} ${verb(lapsed, 'was', 'were')} made by nobody and fell to the CISO${trend}${worth}`, subtitle };
}

/** `Dana Okafor, CISO`: who carries by default, as far as the record names them. */
export function carrier(picture: Picture): string {
  const lead = securityLead(picture);
  if (lead === undefined) return 'the CISO, whom the record does not name,';
  return lead.title === null ? lead.name : `${lead.name}, ${lead.title},`;
}

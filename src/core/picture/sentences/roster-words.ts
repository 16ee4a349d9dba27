import { messages, say } from '#language/say.ts';
import { quarterName } from '#core/time.ts';
import type { Outcome, Outcomes } from '#core/picture/decision-outcomes.ts';
import type { Roster } from '#core/picture/decision-roster.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { atStart, inWords, money, sentences, type CardWords } from '#core/picture/sentences/prose.ts';
import { securityLead } from '#core/picture/security-lead.ts';

/** What an outcome is called beside its squares. */
export const outcomeWords = messages({
  owner: 'Decided by the named owner',
  above: 'Decided above them',
  another: 'Decided by another, or by whom is not recorded',
  lapsed: 'Past its date with no decision: the CISO’s by default',
  open: 'Still open',
}) satisfies Readonly<Record<Outcome, string>>;

/** Page of decisions: how many questions are open, with how many people, and how many are past their date. */
export function rosterWords(picture: Picture, roster: Roster): PageWords {
  const { groups, count, passed, expectedAnnualLoss } = roster;
  if (count === 0) return { headline: say('No decision is open'), lede: say('Every one of {risks, plural, one {# open risk} other {# open risks}} has a decision in force.', { risks: picture.risks.length }) };
  const rows = groups.flatMap((group) => group.rows);
  const unclear = rows.filter(({ risk }) => risk.readiness === 'cannot-tell').length;
  const nobody = rows.filter(({ risk }) => risk.readiness === 'nobody-named').length;
  const people = new Set(rows.filter(({ risk }) => risk.readiness !== 'cannot-tell' && risk.readiness !== 'nobody-named').map(({ risk }) => risk.ownerId));
  const headline = headlineOf(count, people.size, nobody);
  return {
    headline,
    lede: sentences([
      expectedAnnualLoss === null ? say('None of them has a range.') : say('{expectedAnnualLoss} expected annual loss rests on them.', { expectedAnnualLoss: money(picture, expectedAnnualLoss) }),
      unclear === 0 ? undefined : say('Of {unclear} the record cannot tell who is named.', { unclear: inWords(unclear) }),
      passed === 0 ? say('None is past its date.') : say('{passed} {passed2, plural, one {is} other {are}} past {passed2, plural, one {its} other {their}} date and {passed2, plural, one {rests} other {rest}} with {carrier} by default.', { passed: atStart(passed), passed2: passed, carrier: carrier(picture) }),
    ]),
  };
}

function headlineOf(count: number, people: number, nobody: number): string {
  if (people === 0) return say('{count, plural, one {# open decision} other {# open decisions}}, nobody in post is named for any of them', { count });
  return nobody === 0
    ? say('{count, plural, one {# open decision} other {# open decisions}}, {people, plural, one {# decider} other {# deciders}}', { count, people })
    : say('{count, plural, one {# open decision} other {# open decisions}}, {people, plural, one {# decider} other {# deciders}}, and nobody in post named for {nobody}', { count, people, nobody: inWords(nobody) });
}

/** Card: what became of the quarter's decisions. */
export function outcomesWords(picture: Picture, now: Outcomes, before: Outcomes): CardWords {
  const quarter = quarterName(now.to);
  const lapsed = now.count('lapsed');
  const was = before.count('lapsed');
  const subtitle = say('One square a decision of {quarter} so far, by rule. {to}: {was, number} of {closed, number} fell to the CISO by default.', { quarter, to: quarterName(before.to), was, closed: before.closed });
  if (now.closed === 0) return { headline: say('Nothing was decided or came due in {quarter} so far', { quarter }), subtitle };
  if (lapsed === 0) return { headline: say('{closed, plural, one {The one decision of {quarter} was} other {All # decisions of {quarter} were}} made by somebody', { closed: now.closed, quarter }), subtitle };
  return {
    headline: say('{lapsed, number} of {closed, plural, one {# decision} other {# decisions}} in {quarter} {lapsed, plural, one {was} other {were}} made by nobody and fell to the CISO{way, select, up {, up from {was}} down {, down from {was}} other {}}{worth, select, none {} other {; {worth} a year}}', {
      lapsed, closed: now.closed, quarter, was: String(was), way: lapsed === was ? 'same' : lapsed > was ? 'up' : 'down', worth: now.lapsedLoss === null ? 'none' : money(picture, now.lapsedLoss),
    }),
    subtitle,
  };
}

/** `Dana Okafor, CISO`: who carries by default, as far as the record names them. */
export function carrier(picture: Picture): string {
  const lead = securityLead(picture);
  if (lead === undefined) return say('the CISO, whom the record does not name,');
  return lead.title === null ? lead.name : `${lead.name}, ${lead.title},`;
}

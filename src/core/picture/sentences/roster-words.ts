import { messages, say } from '#language/say.ts';
import { quarterName } from '#core/time.ts';
import type { Outcome, Outcomes } from '#core/picture/decision-outcomes.ts';
import type { Roster } from '#core/picture/decision-roster.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { atStart, inWords, money, sentences, verb, type CardWords } from '#core/picture/sentences/prose.ts';
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
  const rest = people.size === 0 ? say('nobody in post is named for any of them') : `${say('{size, plural, one {# decider} other {# deciders}}', { size: people.size })}${nobody === 0 ? '' : say(', and nobody in post named for {nobody}', { nobody: inWords(nobody) })}`;
  return {
    headline: `${say('{count, plural, one {# open decision} other {# open decisions}}', { count })}, ${rest}`,
    lede: sentences([
      expectedAnnualLoss === null ? say('None of them has a range.') : say('{expectedAnnualLoss} expected annual loss rests on them.', { expectedAnnualLoss: money(picture, expectedAnnualLoss) }),
      unclear === 0 ? undefined : say('Of {unclear} the record cannot tell who is named.', { unclear: inWords(unclear) }),
      passed === 0 ? say('None is past its date.') : say('{passed} {passed2, plural, one {is} other {are}} past {passed2, plural, one {its} other {their}} date and {passed2, plural, one {rests} other {rest}} with {carrier} by default.', { passed: atStart(passed), passed2: passed, carrier: carrier(picture) }),
    ]),
  };
}

/** Card: what became of the quarter's decisions. */
export function outcomesWords(picture: Picture, now: Outcomes, before: Outcomes): CardWords {
  const quarter = quarterName(now.to);
  const lapsed = now.count('lapsed');
  const was = before.count('lapsed');
  const subtitle = say('One square a decision of {quarter} so far, by rule. {to}: {was, number} of {closed, number} fell to the CISO by default.', { quarter, to: quarterName(before.to), was, closed: before.closed });
  if (now.closed === 0) return { headline: say('Nothing was decided or came due in {quarter} so far', { quarter }), subtitle };
  if (lapsed === 0) return { headline: say('{closed} of {quarter} {closed2, plural, one {was} other {were}} made by somebody', { closed: verb(now.closed, say('The one decision'), say('All {closed, plural, one {# decision} other {# decisions}}', { closed: now.closed })), quarter, closed2: now.closed }), subtitle };
  const worth = now.lapsedLoss === null ? '' : say('; {lapsedLoss} a year', { lapsedLoss: money(picture, now.lapsedLoss) });
  const trend = lapsed === was ? '' : say(', {way, select, up {up} other {down}} from {was, number}', { way: lapsed > was ? 'up' : 'down', was });
  return { headline: say('{lapsed} of {closed, plural, one {# decision} other {# decisions}} in {quarter} {lapsed, plural, one {was} other {were}} made by nobody and fell to the CISO{trend}{worth}', { lapsed, closed: now.closed, quarter, trend, worth }), subtitle };
}

/** `Dana Okafor, CISO`: who carries by default, as far as the record names them. */
export function carrier(picture: Picture): string {
  const lead = securityLead(picture);
  if (lead === undefined) return say('the CISO, whom the record does not name,');
  return lead.title === null ? lead.name : `${lead.name}, ${lead.title},`;
}

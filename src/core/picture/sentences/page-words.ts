import { say } from '#language/say.ts';
import { changesByTeam } from '#core/picture/changes.ts';
import { countFindings, findingsMatching, risksMatching, type PlaceFilter, type RiskFilter } from '#core/picture/filter.ts';
import { knowledgeLags } from '#core/picture/knowledge-lags.ts';
import type { Picture } from '#core/picture/picture.ts';
import { moneyState, summarise, withoutInformedCall, type Summary } from '#core/picture/roll-up.ts';
import { ofTotal } from '#core/picture/sentences/brief-words.ts';
import { changesWords, knowledgeWords } from '#core/picture/sentences/card-words.ts';
import { personIn, processIn, teamIn } from '#core/picture/sentences/names.ts';
import { atStart, inWords, listed, money, periodEnd, sentences } from '#core/picture/sentences/prose.ts';
import { waitingOn } from '#core/picture/waiting-on.ts';

/** Headline of a page and the one or two sentences under it. */
export interface PageWords {
  headline: string;
  lede: string;
}

export function teamWords(picture: Picture, teamId: string): PageWords {
  return placeWords(picture, teamIn(picture, teamId), { teamId });
}

export function processWords(picture: Picture, processId: string): PageWords {
  return placeWords(picture, processIn(picture, processId), { processId });
}

export function cellWords(picture: Picture, teamId: string, processId: string): PageWords {
  return placeWords(picture, `${teamIn(picture, teamId)}, ${processIn(picture, processId)}`, { teamId, processId });
}

function placeWords(picture: Picture, name: string, place: PlaceFilter): PageWords {
  const summary = summarise(risksMatching(picture, place));
  const findings = countFindings(findingsMatching(picture, place));
  const lede = sentences([moneyLede(picture, summary), say('{findings, plural, =0 {No open finding} one {# open finding} other {# open findings}} on the record.', { findings })]);
  return { headline: `${name}: ${lowerFirst(callsSentence(summary))}`, lede };
}

/** The list of risks of any filter: what it holds and what of it is nobody’s informed call. */
export function riskListWords(picture: Picture, filter: RiskFilter): PageWords {
  const summary = summarise(risksMatching(picture, filter));
  return { headline: callsSentence(summary), lede: moneyLede(picture, summary) };
}

function callsSentence(summary: Summary): string {
  const { count } = summary;
  const open = withoutInformedCall(summary).count;
  if (count === 0) return say('No open risk');
  if (open === 0) return say('{count} {count2, plural, one {is} other {are}} somebody’s informed call', { count: ofTotal(count, count, 'open risk'), count2: count });
  return say('{open} {open2, plural, one {is} other {are}} nobody’s informed call', { open: ofTotal(open, count, 'open risk'), open2: open });
}

function moneyLede(picture: Picture, summary: Summary): string {
  if (summary.count === 0) return say('No risk of this kind is open on the record.');
  const open = withoutInformedCall(summary);
  if (moneyState(summary) !== 'measured') return say('No range is on the record for {count, plural, one {it} other {any of them}}.', { count: summary.count });
  const whole = say('{expectedAnnualLoss} expected annual loss', { expectedAnnualLoss: money(picture, summary.expectedAnnualLoss) });
  const share =
    open.count === 0 || open.count === summary.count || moneyState(open) !== 'measured'
      ? `${whole}.`
      : say('{expectedAnnualLoss} of the {whole} is nobody’s informed call.', { expectedAnnualLoss: money(picture, open.expectedAnnualLoss), whole });
  const without = summary.unquantified;
  return sentences([share, without === 0 ? undefined : say('{without} {without2, plural, one {has} other {have}} no range.', { without: atStart(without), without2: without })]);
}

/** Ownership page: the whole 2x2, or the list one of its cells opened. */
export function ownershipPageWords(picture: Picture, filter: RiskFilter): PageWords {
  const summary = summarise(risksMatching(picture, filter));
  const [only, ...more] = filter.readiness ?? [];
  if (only === undefined || more.length > 0) return riskListWords(picture, filter);
  const { count } = summary;
  const risks = count === 0 ? say('No open risk') : say('{count} open {count2, plural, one {risk} other {risks}}', { count: atStart(count), count2: count });
  const lede = moneyState(summary) === 'measured' ? say('{loss} expected annual loss{without, plural, =0 {} one {; # risk has no range} other {; # risks have no range}}.', { loss: money(picture, summary.expectedAnnualLoss), without: summary.unquantified }) : moneyLede(picture, summary);
  switch (only) {
    case 'can-decide-seen':
      return { headline: say('{risks} {count, plural, one {sits} other {sit}} with someone who can decide and has seen the evidence', { risks, count: count || 1 }), lede };
    case 'can-decide-not-seen':
      return { headline: say('{risks} {count, plural, one {sits} other {sit}} with someone whom the evidence has not reached', { risks, count: count || 1 }), lede };
    case 'cannot-decide-seen':
      return { headline: say('{risks} {count, plural, one {sits} other {sit}} with someone whose authority does not reach this far', { risks, count: count || 1 }), lede };
    case 'cannot-decide-not-seen':
      return { headline: say('{risks} {count, plural, one {sits} other {sit}} with someone whom neither authority nor evidence has reached', { risks, count: count || 1 }), lede };
    case 'nobody-named':
      return { headline: say('{risks} {count, plural, one {has} other {have}} nobody named to decide', { risks, count: count || 1 }), lede };
    case 'cannot-tell':
      return { headline: say('For {count, plural, =0 {no open risk} one {# open risk} other {# open risks}} the record cannot tell who can decide', { count }), lede };
  }
}

/** Person page: what waits, never how much compared with others. */
export function personWords(picture: Picture, personId: string): PageWords {
  const name = personIn(picture, personId);
  const waiting = waitingOn(picture, personId);
  const decisions = new Set([...waiting.decisions, ...waiting.couldDecide, ...waiting.escalations]).size;
  const evidence = waiting.evidence.reduce((pieces, risk) => pieces + risk.information.unseen, 0);
  const grants = waiting.grants.length;
  const parts = [
    ...(decisions === 0 ? [] : [say('{number} {decisions, plural, one {decision} other {decisions}}', { number: inWords(decisions), decisions })]),
    ...(evidence === 0 ? [] : [say('{evidence} {evidence2, plural, one {piece} other {pieces}} of evidence', { evidence: inWords(evidence), evidence2: evidence })]),
    ...(grants === 0 ? [] : [say('{grants} {grants2, plural, one {question} other {questions}} about authority', { grants: inWords(grants), grants2: grants })]),
  ];
  const person = picture.persons.find((one) => one.id === personId);
  const lede = sentences([
    person?.title === null || person === undefined ? undefined : `${person.title}.`,
    person !== undefined && !person.inPost ? say('Not a person in post on this day.') : undefined,
  ]);
  if (parts.length === 0) return { headline: say('Nothing on the record waits on {name}', { name }), lede };
  const one = parts.length === 1 && decisions + evidence + grants === 1;
  return { headline: say('{what} {count, plural, one {waits} other {wait}} on {name}', { what: upperFirst(listed(parts)), count: one ? 1 : 2, name }), lede };
}

export function knewPageWords(picture: Picture, filter: RiskFilter = {}): PageWords {
  const lags = knowledgeLags(picture, filter);
  const without = risksMatching(picture, filter).filter((risk) => risk.firstKnownAt === null).length;
  return {
    headline: knowledgeWords(lags, lags.length).headline,
    lede: sentences([
      lags.length === 0 ? undefined : say('{lags, plural, one {# open risk} other {# open risks}}, longest first.', { lags: lags.length }),
      without === 0 ? undefined : say('For {without, plural, one {# open risk} other {# open risks}} nobody is recorded as knowing.', { without }),
    ]),
  };
}

export function changesPageWords(picture: Picture, teamId?: string): PageWords {
  const changes = changesByTeam(picture, teamId);
  const { opened, closed, carried } = changes.total.counts;
  return {
    headline: changesWords(picture, changes).headline,
    lede: say('Since {against}: {opened, number} new, {closed, number} closed, {carried, number} carried over. Every difference is explained to the last cent.', { against: periodEnd(picture.against), opened, closed, carried }),
  };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

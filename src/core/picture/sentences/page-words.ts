import { changesByTeam } from '#core/picture/changes.ts';
import { countFindings, findingsMatching, risksMatching, type PlaceFilter, type RiskFilter } from '#core/picture/filter.ts';
import { knowledgeLags } from '#core/picture/knowledge-lags.ts';
import type { Picture } from '#core/picture/picture.ts';
import { moneyState, summarise, withoutInformedCall, type Summary } from '#core/picture/roll-up.ts';
import { ofTotal } from '#core/picture/sentences/brief-words.ts';
import { changesWords, knowledgeWords } from '#core/picture/sentences/card-words.ts';
import { personIn, processIn, teamIn } from '#core/picture/sentences/names.ts';
import { atStart, counted, inWords, listed, money, periodEnd, sentences, verb } from '#core/picture/sentences/prose.ts';
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
  const lede = sentences([moneyLede(picture, summary), `${findings === 0 ? 'No open finding' : counted(findings, 'open finding')} on the record.`]);
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
  if (count === 0) return 'No open risk';
  if (open === 0) return `${ofTotal(count, count, 'open risk')} ${verb(count, 'is', 'are')} somebody’s informed call`;
  return `${ofTotal(open, count, 'open risk')} ${verb(open, 'is', 'are')} nobody’s informed call`;
}

function moneyLede(picture: Picture, summary: Summary): string {
  if (summary.count === 0) return 'No risk of this kind is open on the record.';
  const open = withoutInformedCall(summary);
  if (moneyState(summary) !== 'measured') return `No range is on the record for ${verb(summary.count, 'it', 'any of them')}.`;
  const whole = `${money(picture, summary.expectedAnnualLoss)} expected annual loss`;
  const share =
    open.count === 0 || open.count === summary.count || moneyState(open) !== 'measured'
      ? `${whole}.`
      : `${money(picture, open.expectedAnnualLoss)} of the ${whole} is nobody’s informed call.`;
  const without = summary.unquantified;
  return sentences([share, without === 0 ? undefined : `${atStart(without)} ${verb(without, 'has', 'have')} no range.`]);
}

/** Ownership page: the whole 2x2, or the list one of its cells opened. */
export function ownershipPageWords(picture: Picture, filter: RiskFilter): PageWords {
  const summary = summarise(risksMatching(picture, filter));
  const [only, ...more] = filter.readiness ?? [];
  if (only === undefined || more.length > 0) return riskListWords(picture, filter);
  const { count } = summary;
  const risks = count === 0 ? 'No open risk' : `${atStart(count)} open ${verb(count, 'risk', 'risks')}`;
  const lede = moneyState(summary) === 'measured' ? `${money(picture, summary.expectedAnnualLoss)} expected annual loss${summary.unquantified === 0 ? '.' : `; ${counted(summary.unquantified, 'risk has', 'risks have')} no range.`}` : moneyLede(picture, summary);
  switch (only) {
    case 'can-decide-seen':
      return { headline: `${risks} ${verb(count || 1, 'sits', 'sit')} with someone who can decide and has seen the evidence`, lede };
    case 'can-decide-not-seen':
      return { headline: `${risks} ${verb(count || 1, 'sits', 'sit')} with someone whom the evidence has not reached`, lede };
    case 'cannot-decide-seen':
      return { headline: `${risks} ${verb(count || 1, 'sits', 'sit')} with someone whose authority does not reach this far`, lede };
    case 'cannot-decide-not-seen':
      return { headline: `${risks} ${verb(count || 1, 'sits', 'sit')} with someone whom neither authority nor evidence has reached`, lede };
    case 'nobody-named':
      return { headline: `${risks} ${verb(count || 1, 'has', 'have')} nobody named to decide`, lede };
    case 'cannot-tell':
      return { headline: `For ${count === 0 ? 'no open risk' : counted(count, 'open risk')} the record cannot tell who can decide`, lede };
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
    ...(decisions === 0 ? [] : [`${inWords(decisions)} ${verb(decisions, 'decision', 'decisions')}`]),
    ...(evidence === 0 ? [] : [`${inWords(evidence)} ${verb(evidence, 'piece', 'pieces')} of evidence`]),
    ...(grants === 0 ? [] : [`${inWords(grants)} ${verb(grants, 'question', 'questions')} about authority`]),
  ];
  const person = picture.persons.find((one) => one.id === personId);
  const lede = sentences([
    person?.title === null || person === undefined ? undefined : `${person.title}.`,
    person !== undefined && !person.inPost ? 'Not a person in post on this day.' : undefined,
  ]);
  if (parts.length === 0) return { headline: `Nothing on the record waits on ${name}`, lede };
  const one = parts.length === 1 && decisions + evidence + grants === 1;
  return { headline: `${upperFirst(listed(parts))} ${one ? 'waits' : 'wait'} on ${name}`, lede };
}

export function knewPageWords(picture: Picture, filter: RiskFilter = {}): PageWords {
  const lags = knowledgeLags(picture, filter);
  const without = risksMatching(picture, filter).filter((risk) => risk.firstKnownAt === null).length;
  return {
    headline: knowledgeWords(lags, lags.length).headline,
    lede: sentences([
      lags.length === 0 ? undefined : `${counted(lags.length, 'open risk')}, longest first.`,
      without === 0 ? undefined : `For ${counted(without, 'open risk')} nobody is recorded as knowing.`,
    ]),
  };
}

export function changesPageWords(picture: Picture, teamId?: string): PageWords {
  const changes = changesByTeam(picture, teamId);
  const { opened, closed, carried } = changes.total.counts;
  return {
    headline: changesWords(picture, changes).headline,
    lede: `Since ${periodEnd(picture.against)}: ${opened} new, ${closed} closed, ${carried} carried over. Every difference is explained to the last cent.`,
  };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

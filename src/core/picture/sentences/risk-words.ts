import { messages, say } from '#language/say.ts';
import { daysBetween } from '#core/time.ts';
import { inDays, onDay } from '#core/flags/wording.ts';
import type { DecisionKind } from '#core/record/entities.ts';
import type { EvidenceRow, Picture, RiskRow } from '#core/picture/picture.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { personIn, serviceIn } from '#core/picture/sentences/names.ts';
import { atStart, inWords, money, sentences } from '#core/picture/sentences/prose.ts';

/** The sentence over a risk: what it is, whose call it is, and what stands between them and the call. */
export function riskWords(picture: Picture, risk: RiskRow): PageWords {
  return { headline: `${ended(risk.label)} ${callSentence(picture, risk)}`, lede: sizeSentence(picture, risk) };
}

function callSentence(picture: Picture, risk: RiskRow): string {
  if (risk.readiness === 'cannot-tell') return say('Whose call it is cannot be told from the record.');
  if (risk.ownerId === null || risk.readiness === 'nobody-named') {
    const lowest = risk.lowest.personId;
    return lowest === null ? say('Nobody is named to decide.') : say('Nobody is named to decide; the authority of {lowest} reaches it.', { lowest: personIn(picture, lowest) });
  }
  const whose = possessive(personIn(picture, risk.ownerId));
  const authority = authorityClause(risk);
  const information = informationClause(risk);
  if (authority === undefined && information === undefined) return say('It is {whose} call, {limit}, and the evidence has reached them.', { whose, limit: limitClause(risk) });
  if (information === undefined) return say('It is {whose} call, but {authority}.', { whose, authority: authority ?? '' });
  if (authority === undefined) return say('It is {whose} call, but {information}.', { whose, information });
  return say('It is {whose} call, but {authority}, and {information}.', { whose, authority, information });
}

/** Without a range in the money of the record nothing says that a risk is within a limit. */
function limitClause({ exposure, authority }: RiskRow): string {
  if (authority.limit === null) return say('with no limit stated');
  return exposure === null || exposure.currency !== undefined ? say('with no range to hold against the limit') : say('within the limit');
}

function authorityClause({ authority }: RiskRow): string | undefined {
  if (authority.state !== 'lacks') return undefined;
  return authority.limit === null ? say('no authority on the record reaches it') : say('it is above the limit');
}

function informationClause({ information, evidence }: RiskRow): string | undefined {
  const { state, unseen, material } = information;
  if (state !== 'lacks') return undefined;
  if (unseen === material) return material === 1 ? say('the evidence has not been opened') : say('none of the evidence has been opened');
  const newest = evidence.find((piece) => piece.material);
  if (newest !== undefined && isUnopened(newest)) return say('the newest evidence has not been opened');
  return say('{unseen} of {material, number} pieces of evidence {unseen2, plural, one {has} other {have}} not been opened', { unseen: inWords(unseen), material, unseen2: unseen });
}

function isUnopened(piece: EvidenceRow): boolean {
  return piece.seenByOwnerAt === null;
}

function sizeSentence(picture: Picture, risk: RiskRow): string {
  const { exposure, expectedAnnualLoss } = risk;
  const open = say('Open for {ageDays}; {risk}.', { ageDays: inDays(risk.ageDays), risk: decisionClause(picture, risk) });
  if (exposure === null) return sentences([say('No range is on the record.'), open]);
  const own = { currency: exposure.currency ?? picture.currency };
  const loss = say('One loss: {own} to {own2}', { own: money(own, exposure.low), own2: money(own, exposure.high) });
  const year = expectedAnnualLoss === null ? (exposure.currency === undefined ? say('no rate is on the record') : say('listed apart from the money of the record')) : say('{expectedAnnualLoss} a year, averaged over many years', { expectedAnnualLoss: money(picture, expectedAnnualLoss) });
  return sentences([`${loss}; ${year}.`, open]);
}

function decisionClause(picture: Picture, risk: RiskRow): string {
  const inForce = risk.decisions.find((decision) => decision.inForce);
  if (inForce !== undefined) {
    const words = { kind: say(done[inForce.kind]), at: onDay(inForce.at) };
    return inForce.expiresAt === null ? say('{kind} on {at}, with no end on the record', words) : say('{kind} on {at} until {until}', { ...words, until: onDay(inForce.expiresAt) });
  }
  const needed = onDay(risk.decisionNeededBy);
  return daysBetween(picture.asOf, risk.decisionNeededBy) < 0 ? say('the day for a decision was {needed}', { needed }) : say('a decision is needed by {needed}', { needed });
}

const done = messages({
  accept: 'accepted', mitigate: 'to be reduced, decided', transfer: 'to be transferred, decided',
  avoid: 'to be avoided, decided', stop: 'stopped', defer: 'deferred', 'pass-up': 'passed up',
}) satisfies Readonly<Record<DecisionKind, string>>;

/** What the page of a finding needs of it; the contract's finding has these fields. */
export interface FindingNamed {
  id: string;
  title: string | null;
  externalId: string | null;
  serviceId: string;
  at: string;
  fixedAt: string | null;
}

/** The sentence over a finding, with the risks that rest on it. */
export function findingWords(picture: Picture, finding: FindingNamed): PageWords {
  const name = finding.title ?? finding.externalId ?? finding.id;
  const service = serviceIn(picture, finding.serviceId);
  const resting = picture.risks.filter((risk) => risk.findingIds.includes(finding.id));
  const state =
    finding.fixedAt !== null && finding.fixedAt.slice(0, 10) <= picture.asOf
      ? say('Fixed on {fixedAt}, after {inDays}.', { fixedAt: onDay(finding.fixedAt), inDays: inDays(Math.max(0, daysBetween(finding.at, finding.fixedAt))) })
      : say('Open for {inDays}.', { inDays: inDays(Math.max(0, daysBetween(finding.at, picture.asOf))) });
  const [only] = resting;
  const rests =
    only === undefined
      ? say('No open risk rests on it.')
      : resting.length === 1
        ? say('One open risk rests on it: {only}', { only: ended(only.label) })
        : say('{resting} open risks rest on it.', { resting: atStart(resting.length) });
  return { headline: say('{name} In {service}.', { name: ended(name), service }), lede: sentences([state, rests]) };
}

/** `Lindqvist’s`, `Brandt’s`, `Harris’`. */
function possessive(name: string): string {
  return name.endsWith('s') ? say('{name}’', { name }) : say('{name}’s', { name });
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Card on the risk page: evidence, newest first. */
export function evidenceWords(risk: RiskRow): { headline: string; subtitle: string } {
  const { unseen, material } = risk.information;
  const routine = risk.evidence.length - risk.evidence.filter((piece) => piece.material).length;
  const subtitle = sentences([
    say('{evidence, plural, one {# piece} other {# pieces}}, newest first.', { evidence: risk.evidence.length }),
    routine === 0 ? undefined : say('{routine} routine, {routine2, plural, one {needs} other {need}} no look.', { routine: atStart(routine), routine2: routine }),
  ]);
  if (risk.evidence.length === 0) return { headline: say('No evidence is on the record'), subtitle: say('Nothing was measured, tested or stated about this risk') };
  if (material === 0) return { headline: say('No evidence that has to be seen'), subtitle };
  if (unseen === 0) return { headline: material === 1 ? say('The evidence has reached the person who decides') : say('All evidence has reached the person who decides'), subtitle };
  return { headline: say('{unseen} of {material, plural, one {# piece} other {# pieces}} {unseen2, plural, one {has} other {have}} not reached the person who decides', { unseen: atStart(unseen), material, unseen2: unseen }), subtitle };
}

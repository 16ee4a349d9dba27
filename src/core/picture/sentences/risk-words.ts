import { daysBetween } from '#core/time.ts';
import { inDays, onDay } from '#core/flags/wording.ts';
import type { DecisionKind } from '#core/record/entities.ts';
import type { EvidenceRow, Picture, RiskRow } from '#core/picture/picture.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { personIn, serviceIn } from '#core/picture/sentences/names.ts';
import { atStart, counted, inWords, money, sentences, verb } from '#core/picture/sentences/prose.ts';

/** The sentence over a risk: what it is, whose call it is, and what stands between them and the call. */
export function riskWords(picture: Picture, risk: RiskRow): PageWords {
  return { headline: `${ended(risk.label)} ${callSentence(picture, risk)}`, lede: sizeSentence(picture, risk) };
}

function callSentence(picture: Picture, risk: RiskRow): string {
  if (risk.readiness === 'cannot-tell') return 'Whose call it is cannot be told from the record.';
  if (risk.ownerId === null || risk.readiness === 'nobody-named') {
    const lowest = risk.lowest.personId;
    return lowest === null ? 'Nobody is named to decide.' : `Nobody is named to decide; the authority of ${personIn(picture, lowest)} reaches it.`;
  }
  const call = `It is ${possessive(personIn(picture, risk.ownerId))} call`;
  const authority = authorityClause(risk);
  const information = informationClause(risk);
  if (authority === undefined && information === undefined) return `${call}, ${limitClause(risk)}, and the evidence has reached them.`;
  if (authority === undefined) return `${call}, but ${information}.`;
  return information === undefined ? `${call}, but ${authority}.` : `${call}, but ${authority}, and ${information}.`;
}

/** Without a range in the money of the record nothing says that a risk is within a limit. */
function limitClause({ exposure, authority }: RiskRow): string {
  if (authority.limit === null) return 'with no limit stated';
  return exposure === null || exposure.currency !== undefined ? 'with no range to hold against the limit' : 'within the limit';
}

function authorityClause({ authority }: RiskRow): string | undefined {
  if (authority.state !== 'lacks') return undefined;
  return authority.limit === null ? 'no authority on the record reaches it' : 'it is above the limit';
}

function informationClause({ information, evidence }: RiskRow): string | undefined {
  const { state, unseen, material } = information;
  if (state !== 'lacks') return undefined;
  if (unseen === material) return material === 1 ? 'the evidence has not been opened' : 'none of the evidence has been opened';
  const newest = evidence.find((piece) => piece.material);
  if (newest !== undefined && isUnopened(newest)) return 'the newest evidence has not been opened';
  return `${inWords(unseen)} of ${material} pieces of evidence ${verb(unseen, 'has', 'have')} not been opened`;
}

function isUnopened(piece: EvidenceRow): boolean {
  return piece.seenByOwnerAt === null;
}

function sizeSentence(picture: Picture, risk: RiskRow): string {
  const { exposure, expectedAnnualLoss } = risk;
  const open = `Open for ${inDays(risk.ageDays)}; ${decisionClause(picture, risk)}.`;
  if (exposure === null) return sentences(['No range is on the record.', open]);
  const own = { currency: exposure.currency ?? picture.currency };
  const loss = `One loss: ${money(own, exposure.low)} to ${money(own, exposure.high)}`;
  const year = expectedAnnualLoss === null ? (exposure.currency === undefined ? 'no rate is on the record' : 'listed apart from the money of the record') : `${money(picture, expectedAnnualLoss)} a year, averaged over many years`;
  return sentences([`${loss}; ${year}.`, open]);
}

function decisionClause(picture: Picture, risk: RiskRow): string {
  const inForce = risk.decisions.find((decision) => decision.inForce);
  if (inForce !== undefined) {
    const until = inForce.expiresAt === null ? ', with no end on the record' : ` until ${onDay(inForce.expiresAt)}`;
    return `${done[inForce.kind]} on ${onDay(inForce.at)}${until}`;
  }
  const needed = onDay(risk.decisionNeededBy);
  return daysBetween(picture.asOf, risk.decisionNeededBy) < 0 ? `the day for a decision was ${needed}` : `a decision is needed by ${needed}`;
}

const done: Readonly<Record<DecisionKind, string>> = {
  accept: 'accepted', mitigate: 'to be reduced, decided', transfer: 'to be transferred, decided',
  avoid: 'to be avoided, decided', stop: 'stopped', defer: 'deferred', 'pass-up': 'passed up',
};

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
      ? `Fixed on ${onDay(finding.fixedAt)}, after ${inDays(Math.max(0, daysBetween(finding.at, finding.fixedAt)))}.`
      : `Open for ${inDays(Math.max(0, daysBetween(finding.at, picture.asOf)))}.`;
  const [only] = resting;
  const rests =
    only === undefined
      ? 'No open risk rests on it.'
      : resting.length === 1
        ? `One open risk rests on it: ${ended(only.label)}`
        : `${atStart(resting.length)} open risks rest on it.`;
  return { headline: `${ended(name)} In ${service}.`, lede: sentences([state, rests]) };
}

/** `Lindqvist’s`, `Brandt’s`, `Harris’`. */
function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

function ended(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Card on the risk page: evidence, newest first. */
export function evidenceWords(risk: RiskRow): { headline: string; subtitle: string } {
  const { unseen, material } = risk.information;
  const routine = risk.evidence.length - risk.evidence.filter((piece) => piece.material).length;
  const subtitle = sentences([
    `${counted(risk.evidence.length, 'piece')}, newest first.`,
    routine === 0 ? undefined : `${atStart(routine)} routine, ${verb(routine, 'needs', 'need')} no look.`,
  ]);
  if (risk.evidence.length === 0) return { headline: 'No evidence is on the record', subtitle: 'Nothing was measured, tested or stated about this risk' };
  if (material === 0) return { headline: 'No evidence that has to be seen', subtitle };
  if (unseen === 0) return { headline: material === 1 ? 'The evidence has reached the person who decides' : 'All evidence has reached the person who decides', subtitle };
  return { headline: `${atStart(unseen)} of ${counted(material, 'piece')} ${verb(unseen, 'has', 'have')} not reached the person who decides`, subtitle };
}

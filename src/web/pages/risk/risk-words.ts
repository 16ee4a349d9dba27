import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { namesOf } from '#web/charts/names.ts';

/** The page's answer: whose call it is, and what stands between that person and an informed decision. */
export function riskHeadline(picture: Picture, risk: RiskRow): string {
  const label = risk.label.replace(/[.!?]+$/, '');
  return `${label}. ${whoseCall(picture, risk)}`;
}

function whoseCall(picture: Picture, risk: RiskRow): string {
  const owner = risk.ownerId === null ? '' : namesOf(picture).personName(risk.ownerId);
  switch (risk.readiness) {
    case 'can-decide-seen': return `It is ${possessive(owner)} call, within the authority recorded, on evidence that has reached them.`;
    case 'can-decide-not-seen': return `It is ${possessive(owner)} call, and ${notReached(risk)}.`;
    case 'cannot-decide-seen': return `It is ${possessive(owner)} call, but ${notCovered(risk)}.`;
    case 'cannot-decide-not-seen': return `It is ${possessive(owner)} call, but ${notCovered(risk)}, and ${notReached(risk)}.`;
    case 'nobody-named': return 'Nobody is named to decide.';
    case 'cannot-tell': return 'The record cannot tell whose call it is.';
  }
}

function notCovered(risk: RiskRow): string {
  const { limit } = risk.authority;
  return limit !== null && risk.exposure !== null && limit < risk.exposure.high
    ? 'it is above the limit recorded'
    : 'the authority recorded does not cover it';
}

function notReached(risk: RiskRow): string {
  const { unseen, material } = risk.information;
  if (material === 0 || unseen === 0) return 'the evidence has not reached them';
  if (unseen === material) return material === 1 ? 'the evidence has not reached them' : `none of the ${material} pieces of evidence has reached them`;
  return `${unseen} of ${material} pieces of evidence ${unseen === 1 ? 'has' : 'have'} not reached them`;
}

/** `T. Abara's`, `Lars'`. */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

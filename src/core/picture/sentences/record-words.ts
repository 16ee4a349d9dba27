import { dayInWords, daysBetween } from '#core/time.ts';
import { say } from '#language/say.ts';
import type { DecisionKind } from '#core/record/entities.ts';
import type { EvidenceClaim } from '#core/picture/claim.ts';
import type { DecisionMade } from '#core/picture/decision-made.ts';
import { piecesSeen } from '#core/picture/pieces-seen.ts';
import type { Picture } from '#core/picture/picture.ts';
import { personIn } from '#core/picture/sentences/names.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { money, sentences } from '#core/picture/sentences/prose.ts';

/** Page of one piece of evidence: what it is, and what rests on it. */
export function claimWords(picture: Picture, { piece, rests }: EvidenceClaim): PageWords {
  const unread = rests.filter((one) => one.piece.material && one.piece.seenByOwnerAt === null).length;
  const carried = rests.reduce((sum, { risk }) => sum + (risk.expectedAnnualLoss ?? 0), 0);
  return {
    headline: piece.label,
    lede: sentences([
      say('{days, plural, one {# day} other {# days}} old on {day}.', { days: daysBetween(piece.at, picture.asOf), day: dayInWords(picture.asOf) }),
      carried === 0
        ? say('{count, plural, one {# open risk rests} other {# open risks rest}} on it, without a range.', { count: rests.length })
        : say('{count, plural, one {# open risk rests} other {# open risks rest}} on it, with {amount} expected annual loss.', { count: rests.length, amount: money(picture, carried) }),
      unread === 0 ? undefined : say('For {count, plural, one {# of them} other {# of them}} it has not reached the person who decides.', { count: unread }),
    ]),
  };
}

/** Page of one decision: what was decided, by whom and when, and whether it still holds. */
export function decisionPageWords(picture: Picture, { decision, label, risk }: DecisionMade): PageWords {
  const by = decision.byId === null ? null : personIn(picture, decision.byId);
  const headline = by === null
    ? say('{what} on {day} by somebody the source does not name: {risk}', { what: kindWords(decision.kind), day: dayInWords(decision.at), risk: label })
    : say('{what} on {day} by {person}: {risk}', { what: kindWords(decision.kind), day: dayInWords(decision.at), person: by, risk: label });
  return { headline, lede: sentences([standing(picture, { decision, risk }), seen({ decision, risk })]) };
}

function standing(picture: Picture, { decision, risk }: Pick<DecisionMade, 'decision' | 'risk'>): string {
  if (risk === null) return say('The risk has been closed since.');
  const { expiresAt, inForce } = decision;
  if (expiresAt === null) return inForce ? say('It is in force, with no end date.') : say('It is no longer in force.');
  const values = { day: dayInWords(expiresAt), days: daysBetween(picture.asOf, expiresAt) };
  return inForce
    ? say('It is in force until {day}, {days, plural, =0 {today} one {# day} other {# days}} from the date of this view.', values)
    : say('It is no longer in force; its end date was {day}.', values);
}

/** What of the evidence that existed by then had reached whoever decided. */
function seen({ decision, risk }: Pick<DecisionMade, 'decision' | 'risk'>): string | undefined {
  if (risk === null || decision.byId === null) return undefined;
  const before = piecesSeen(risk, decision.byId).filter(({ at }) => daysBetween(at, decision.at) >= 0);
  if (before.length === 0) return say('No material evidence was on the record by then.');
  const read = before.filter(({ seenAt }) => seenAt !== null && daysBetween(seenAt, decision.at) >= 0).length;
  return say('Of {count, plural, one {# piece} other {# pieces}} of material evidence by then, {read, number} had reached them.', { count: before.length, read });
}

/** `Accepted`: what a decision did, at the start of a sentence. */
export function kindWords(kind: DecisionKind): string {
  switch (kind) {
    case 'accept': return say('Accepted');
    case 'mitigate': return say('To be reduced');
    case 'transfer': return say('Transferred');
    case 'avoid': return say('Avoided');
    case 'stop': return say('Stopped');
    case 'defer': return say('Deferred');
    case 'pass-up': return say('Passed up');
  }
}

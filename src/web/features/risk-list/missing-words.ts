import { say } from '#language/say.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { moneyShort } from '#web/ui/money-words.ts';

/** What is missing for an informed decision: the titles of the conditions on the risk, else its state. */
export function missingWords(risk: RiskRow): readonly string[] {
  const flags = risk.flags.length > 0 ? risk.flags : risk.moreFlags;
  if (flags.length > 0) return [...new Set(flags.map((flag) => flag.title))];
  return risk.readiness === 'can-decide-seen' ? [] : [say(readinessWords[risk.readiness])];
}

/** What the glyph beside the decision owner says. An owner who is not one person in post is told apart from none. */
export function ownerWords(risk: RiskRow): string {
  if (risk.readiness === 'nobody-named' && risk.ownerId !== null) return risk.authority.sentence;
  return say(readinessWords[risk.readiness]);
}

/** The owner's limit against the high end of one loss. `null` where nobody is named to hold a limit. */
export function limitWords(picture: Picture, risk: RiskRow): string | null {
  const { state, limit } = risk.authority;
  switch (state) {
    case 'nobody-named': return null;
    case 'cannot-tell': return say('Cannot tell from the record');
    case 'has':
    case 'lacks':
      if (limit !== null) return say('Limit {limit}', { limit: moneyShort(limit, picture.currency, 'exact') });
      return state === 'has' ? say('No limit stated') : say('No authority here');
  }
}

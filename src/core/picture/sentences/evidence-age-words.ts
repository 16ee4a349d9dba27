import { percent } from '#language/numbers.ts';
import { say } from '#language/say.ts';
import type { Claim, EvidenceAges } from '#core/picture/evidence-ages.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { atStart, inWords, money, sentences, verb } from '#core/picture/sentences/prose.ts';

/** Page of evidence ages: what is older than agreed or was never measured, and what rests on it. */
export function evidenceAgeWords(picture: Picture, ages: EvidenceAges): PageWords {
  const { count, older, never, narrow, carried, total } = ages;
  if (count === 0) return { headline: say('No open risk is on the record'), lede: say('There is nothing that a measurement could be behind.') };
  const lede = sentences([
    carried === null || total === null ? undefined : say('{value, plural, one {It carries} other {Together they carry}} {carried} of {total} expected annual loss.', { value: older.length + never.length, carried: money(picture, carried), total: money(picture, total) }),
    narrow.length === 0 ? undefined : say('{narrow} more {narrow2, plural, one {is} other {are}} clean and of too small a part.', { narrow: atStart(narrow.length), narrow2: narrow.length }),
  ]);
  if (older.length === 0 && never.length === 0) {
    return { headline: say('The evidence behind {count} is as new as agreed', { count: verb(count, say('the one open risk'), say('all {count, plural, one {# open risk} other {# open risks}}', { count })) }), lede };
  }
  if (older.length === 0) return { headline: say('{never} of {count, plural, one {# open risk} other {# open risks}} {never2, plural, one {was} other {were}} never measured', { never: atStart(never.length), count, never2: never.length }), lede };
  const old = say('{older} of {count, plural, one {# open risk} other {# open risks}} {older2, plural, one {rests} other {rest}} on evidence older than agreed', { older: atStart(older.length), count, older2: older.length });
  return { headline: never.length === 0 ? old : say('{old}, {never} {never2, plural, one {was} other {were}} never measured', { old, never: inWords(never.length), never2: never.length }), lede };
}

/** `Scan`: the kind of a measurement as a row is called. */
export function kindName(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** `12 days past the agreed 45`: where a measurement stands against its agreed age. */
export function standingWords({ measured, older }: Claim): string {
  const { ageDays, limitDays, tooNarrow } = measured;
  if (older) return say('{value, plural, one {# day} other {# days}} past the agreed {limitDays, number}', { value: ageDays - limitDays, limitDays });
  if (tooNarrow === undefined) return say('within the agreed {limitDays, plural, one {# day} other {# days}}', { limitDays });
  const needed = percent(String(Math.round(tooNarrow.needed * 100)));
  return tooNarrow.covered === null ? say('clean, of an unknown part; {needed} is agreed', { needed }) : say('clean, of {floor, number}%; {needed} is agreed', { floor: Math.floor(tooNarrow.covered * 100), needed });
}

import type { Claim, EvidenceAges } from '#core/picture/evidence-ages.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { PageWords } from '#core/picture/sentences/page-words.ts';
import { atStart, counted, inWords, money, sentences, verb } from '#core/picture/sentences/prose.ts';

/** Page of evidence ages: what is older than agreed or was never measured, and what rests on it. */
export function evidenceAgeWords(picture: Picture, ages: EvidenceAges): PageWords {
  const { count, older, never, narrow, carried, total } = ages;
  if (count === 0) return { headline: 'No open risk is on the record', lede: 'There is nothing that a measurement could be behind.' };
  const lede = sentences([
    carried === null || total === null ? undefined : `${verb(older.length + never.length, 'It carries', 'Together they carry')} ${money(picture, carried)} of ${money(picture, total)} expected annual loss.`,
    narrow.length === 0 ? undefined : `${atStart(narrow.length)} more ${verb(narrow.length, 'is', 'are')} clean and of too small a part.`,
  ]);
  if (older.length === 0 && never.length === 0) {
    return { headline: `The evidence behind ${verb(count, 'the one open risk', `all ${counted(count, 'open risk')}`)} is as new as agreed`, lede };
  }
  if (older.length === 0) return { headline: `${atStart(never.length)} of ${counted(count, 'open risk')} ${verb(never.length, 'was', 'were')} never measured`, lede };
  const old = `${atStart(older.length)} of ${counted(count, 'open risk')} ${verb(older.length, 'rests', 'rest')} on evidence older than agreed`;
  return { headline: never.length === 0 ? old : `${old}, ${inWords(never.length)} ${verb(never.length, 'was', 'were')} never measured`, lede };
}

/** `Scan`: the kind of a measurement as a row is called. */
export function kindName(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** `12 days past the agreed 45`: where a measurement stands against its agreed age. */
export function standingWords({ measured, older }: Claim): string {
  const { ageDays, limitDays, tooNarrow } = measured;
  if (older) return `${counted(ageDays - limitDays, 'day')} past the agreed ${limitDays}`;
  if (tooNarrow === undefined) return `within the agreed ${counted(limitDays, 'day')}`;
  const needed = `${Math.round(tooNarrow.needed * 100)}%`;
  return tooNarrow.covered === null ? `clean, of an unknown part; ${needed} is agreed` : `clean, of ${Math.floor(tooNarrow.covered * 100)}%; ${needed} is agreed`;
}

/** A text without the sentences that judge one person, and how many were taken out. */
export interface ShownText {
  text: string;
  leftOut: number;
}

const NOT_DONE = String.raw`(?:(?:does|do|did|has|have|had) not|(?:doesn|didn|hasn|hadn)['’]t|never|(?:fails?|failed) to|neglect(?:s|ed) to|ignor(?:es|ed))\b`;
const REMOVED = /\b(?:dismiss(?:es|ed)|fire[sd] for|sacked|resign(?:s|ed)|demoted)\b/i;

/**
 * Leaves out the sentences of a quoted text that say what a protected person did not do, or that somebody lost
 * their post: a replay judges the record, and its source has the rest.
 */
export function withoutJudging(text: string, persons: readonly string[]): ShownText {
  const sentences = sentencesOf(text);
  const about = persons.length === 0 ? undefined : new RegExp(String.raw`\b(?:${persons.map(escaped).join('|')})\b[^.;]*\b${NOT_DONE}`, 'i');
  const kept = sentences.filter((sentence) => !REMOVED.test(sentence) && about?.test(sentence) !== true);
  return { text: kept.join(' ').trim(), leftOut: sentences.length - kept.length };
}

/** Sentences and the clauses between semicolons. A full stop before lower case or a figure ends an abbreviation, no sentence. */
function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  for (const part of text.trim().split(/(?<=[.;])\s+/)) {
    const before = sentences.at(-1);
    if (before?.endsWith('.') === true && /^[a-z0-9]/.test(part)) sentences[sentences.length - 1] = `${before} ${part}`;
    else sentences.push(part);
  }
  return sentences;
}

/** How a text may speak of a person: the id, name, title or label in words, and the last word of each. */
export function wordsFor(names: readonly string[]): readonly string[] {
  const phrases = names.map((name) => name.replaceAll(/[-_.]+/g, ' ').trim()).filter((name) => name !== '');
  const heads = phrases.map((phrase) => phrase.split(' ').at(-1) ?? '').filter((word) => word.length > 3);
  return [...new Set([...phrases, ...heads])];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

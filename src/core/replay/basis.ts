import { messages } from '#language/say.ts';

/** How well something is known, weakest last. `stated` = the case says so and names no basis. */
export const basisKinds = ['documented', 'reported', 'inferred', 'alleged', 'stated'] as const;
export type BasisKind = (typeof basisKinds)[number];

export interface BasisMark {
  kind: BasisKind;
  /** Always shown in words: the case's own where it says more than the kind. */
  words: string;
}

/** A basis as the case wrote it. Where a text names several, the weakest stands: an allegation stays one. */
export function basisMark(text: string | null | undefined): BasisMark {
  const given = text?.trim() ?? '';
  const kind = weakestFirst.find((each) => new RegExp(`\\b${each}\\b`, 'i').test(given)) ?? 'stated';
  if (given === '') return { kind, words: basisWords.stated };
  return { kind, words: kind === 'stated' ? `${basisWords.stated}: ${given}` : given };
}

const weakestFirst = ['alleged', 'inferred', 'reported', 'documented'] as const;

/** What each kind is called where it is counted. */
export const basisWords = messages({
  documented: 'documented', reported: 'reported', inferred: 'inferred', alleged: 'alleged', stated: 'stated by the case',
}) satisfies Readonly<Record<BasisKind, string>>;

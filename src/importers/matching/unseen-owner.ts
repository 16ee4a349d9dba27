import { quoted } from '#importers/reading/place.ts';
import type { Fault } from '#importers/reading/rejection.ts';

/** Letters of these scripts look alike, and a name that mixes them looks like another one. */
const LOOKALIKES = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/**
 * What is wrong with the name of an owner that a scan or a table carries: characters that cannot be seen, or letters of
 * scripts that look alike (Unicode TS 39, mixed-script confusables). Nobody is taken to be meant by it.
 */
export function unseenOwner(name: string): Omit<Fault, 'place'> | undefined {
  const isMixed = name.split(/\s+/).some((word) => LOOKALIKES.filter((script) => script.test(word)).length > 1);
  if (!isMixed && !/[\p{Cf}\p{Cc}]/u.test(name)) return undefined;
  return {
    code: 'unknown-person',
    reason: `The owner ${quoted(name)} holds ${isMixed ? 'letters of scripts that look alike' : 'characters that cannot be seen'}; it is nobody the record knows.`,
    remedy: 'Write the name anew at the source.',
  };
}

import { sizeOfRisk } from '#core/exposure/risk-size.ts';
import type { Entry } from '#core/record/entry.ts';
import { quoted } from '#importers/reading/place.ts';

const NAMED = 20;

/**
 * One sentence for each risk whose two ranges are on record as stated and cannot be computed, such as a loss from zero
 * on: it is taken, it stays out of every figure in money, and whoever imports it should know. At most twenty by name.
 */
export function uncountableRanges(entries: readonly Entry[]): readonly string[] {
  const sentences = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'risks') continue;
    const { id, exposure } = entry.entity;
    if (exposure?.rateLow === undefined || exposure.rateHigh === undefined) continue;
    const size = sizeOfRisk({ exposure }, exposure.currency === undefined ? {} : { currency: exposure.currency });
    if (size.kind !== 'unquantified') continue;
    sentences.add(`Risk ${quoted(id)} is taken but counts in no figure in money: ${size.why.charAt(0).toLowerCase()}${size.why.slice(1)}`);
  }
  const named = [...sentences].slice(0, NAMED);
  return sentences.size <= NAMED ? named : [...named, `${sentences.size - NAMED} more risks have a range that cannot be computed.`];
}

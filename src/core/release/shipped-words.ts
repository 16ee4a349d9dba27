import { counted, grouped } from '#core/picture/sentences/prose.ts';
import type { ShippedSpan } from '#core/release/river-counts.ts';

/** Fewer releases than this make no rate: one defect more or less would move it by ten. */
const RATE_FROM = 10;

/** Escaped defects per 100 releases; `null` below ten releases. */
export function escapedPer100({ escaped, releases }: Pick<ShippedSpan, 'escaped' | 'releases'>): number | null {
  return releases < RATE_FROM ? null : (100 * escaped) / releases;
}

export interface ShippedRow {
  what: string;
  /** In words; `null` = not measured. */
  before: string | null;
  latest: string | null;
}

/** The measures of two spans that are counts, in words. */
export function shippedRows(before: ShippedSpan, now: ShippedSpan): readonly ShippedRow[] {
  const row = (what: string, of: (span: ShippedSpan) => string | null): ShippedRow => ({ what, before: of(before), latest: of(now) });
  return [
    row('Releases shipped', ({ releases }) => grouped(releases)),
    row('Findings it introduced, by the day they were found', ({ introduced }) => grouped(introduced)),
    row('Of those with both stages recorded, got past the stage that made them', ({ escaped, traced }) => (traced === 0 ? null : `${grouped(escaped)} of ${grouped(traced)}`)),
    row('Escaped defects per 100 releases', (span) => {
      const rate = escapedPer100(span);
      return rate === null || span.traced === 0 ? null : oneDecimal(rate);
    }),
  ];
}

/** `Payments shipped 84 releases in the last half year; 6 of 9 defects with both stages recorded got past the stage that made them`. */
export function shippedSentence({ now }: { now: ShippedSpan }, name: string): string {
  const shipped = now.releases === 0 ? `No release of ${name} is on the record in the last half year` : `${name} shipped ${counted(now.releases, 'release')} in the last half year`;
  if (now.traced === 0) return `${shipped}; of no defect found in it are both stages recorded`;
  return `${shipped}; ${grouped(now.escaped)} of ${counted(now.traced, 'defect')} with both stages recorded got past the stage that made ${now.traced === 1 ? 'it' : 'them'}`;
}

function oneDecimal(rate: number): string {
  return String(Math.round(rate * 10) / 10);
}

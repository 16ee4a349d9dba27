import { say } from '#language/say.ts';
import type { ShippedSpan } from '#core/release/river-counts.ts';

/** Fewer releases than this make no rate: one defect more or less would move it by ten. */
const RATE_FROM = 10;

/** Escaped findings per 100 releases; `null` below ten releases. */
export function escapedPer100({ escaped, releases }: Pick<ShippedSpan, 'escaped' | 'releases'>): number | null {
  return releases < RATE_FROM ? null : (100 * escaped) / releases;
}

/** `Payments shipped 84 releases in the last half year; 6 of 9 findings with both stages recorded got past the stage that made them`. */
export function shippedSentence({ now }: { now: ShippedSpan }, name: string): string {
  const { releases, traced, escaped } = now;
  if (traced === 0) {
    return releases === 0
      ? say('No release of {name} is on the record in the last half year; of no finding of it are both stages recorded', { name })
      : say('{name} shipped {releases, plural, one {# release} other {# releases}} in the last half year; of no finding of it are both stages recorded', { name, releases });
  }
  return releases === 0
    ? say('No release of {name} is on the record in the last half year; {escaped, number} of {traced, plural, one {# finding} other {# findings}} with both stages recorded got past the stage that made {traced, plural, one {it} other {them}}', { name, escaped, traced })
    : say('{name} shipped {releases, plural, one {# release} other {# releases}} in the last half year; {escaped, number} of {traced, plural, one {# finding} other {# findings}} with both stages recorded got past the stage that made {traced, plural, one {it} other {them}}', { name, releases, escaped, traced });
}

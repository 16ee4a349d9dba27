import { dayInWords, type When } from '#core/time.ts';
import { say } from '#language/say.ts';
import { counted } from '#core/flags/wording.ts';
import { basisWords, type BasisKind } from '#core/replay/basis.ts';
import type { BreachRow, FlagRow } from '#core/replay/case-view.ts';

/** What the one sentence about a case is made from. */
export interface CaseFigures {
  kind: 'breach' | 'control' | 'told';
  breaches: readonly BreachRow[];
  /** Those that can be assessed, in the order they came up. */
  flags: readonly FlagRow[];
  /** Flags that cannot be assessed. */
  silent: number;
  upAtBreach: number | null;
  looks: number;
  facts: number;
  whyNoReplay: string | null;
}

/** The sentence of a case in the list and at the top of its page. */
export function caseSentence({ kind, breaches, flags, silent, upAtBreach, looks, facts, whyNoReplay }: CaseFigures): string {
  if (kind === 'told') return `${counted(facts, 'fact')}, and no replay. ${whyNoReplay ?? ''}`.trim();
  const [first] = flags;
  if (first === undefined) return `Nothing ${silent === 0 ? '' : 'that can be assessed '}raised on any of ${counted(looks, 'day')} looked at.`;
  const [breach] = breaches;
  if (breach === undefined) return `${counted(flags.length, 'flag')} came up in ${counted(looks, 'day')}, the first on ${dayInWords(first.firstUp)}; the case dates no breach.`;
  if (first.daysBefore === null || first.daysBefore <= 0) {
    return `${counted(flags.length, 'flag')} came up, none before the breach of ${breach.words}.`;
  }
  const which = breaches.length === 1 ? 'the breach' : `the first of ${breaches.length} breaches`;
  const up = `${upAtBreach ?? 0} up on the day of it.`;
  const expected = expectedSpan(flags);
  if (expected === undefined) return `First flag up ${counted(first.daysBefore, 'day')} before ${which}; ${up}`;
  return `${expected} before ${which}. First flag of any kind: ${counted(first.daysBefore, 'day')} before; ${up}`;
}

/** `The 9 flags the case expects came up 34 to 496 days`; undefined where none of them came up before a breach. */
function expectedSpan(flags: readonly FlagRow[]): string | undefined {
  const days = flags.flatMap((row) => (row.expected && row.daysBefore !== null ? [row.daysBefore] : []));
  const [least, most] = [Math.min(...days), Math.max(...days)];
  if (days.length === 0) return undefined;
  const span = least === most ? counted(least, 'day') : `${least} to ${counted(most, 'day')}`;
  return days.length === 1 ? `The one flag the case expects came up ${span}` : `The ${days.length} flags the case expects came up ${span}`;
}

/** `34 days before the breach`, `on the day of the breach`, `2 days after the breach`. */
export function daysToBreach(daysBefore: number): string {
  if (daysBefore === 0) return say('on the day of the breach');
  return daysBefore > 0
    ? say('{days, plural, one {# day} other {# days}} before the breach', { days: daysBefore })
    : say('{days, plural, one {# day} other {# days}} after the breach', { days: -daysBefore });
}

/** `7 flags up on 16 Mar 2017, 58 days before the breach`. */
export function daySentence(day: When, up: number, breach: { day: When; before: number } | undefined): string {
  const raised = up === 0
    ? say('Nothing raised on {day}', { day: dayInWords(day) })
    : say('{count, plural, one {# flag} other {# flags}} up on {day}', { count: up, day: dayInWords(day) });
  return breach === undefined ? raised : say('{raised}, {lead}', { raised, lead: daysToBreach(breach.before) });
}

/** `18 documented, 1 stated by the case`. */
export function mixOfBasis(mix: readonly { kind: BasisKind; count: number }[]): string {
  return mix.map(({ kind, count }) => say('{count, number} {basis}', { count, basis: say(basisWords[kind]) })).join(', ');
}

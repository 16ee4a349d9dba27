import { quarterName } from '#core/time.ts';
import { defaultShares, type QuarterShare } from '#core/picture/decision-outcomes.ts';
import type { Picture } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import type { ChartWords } from '#web/charts/describe.ts';

export interface DefaultShareWords extends ChartWords {
  quarters: readonly QuarterShare[];
}

/** Words, points and rows of the eight quarters: how much of what came due was decided by nobody. */
export function describeDefaultShare(picture: Picture): DefaultShareWords {
  const quarters = defaultShares(picture);
  const measured = quarters.filter(({ closed }) => closed > 0);
  return {
    quarters,
    headline: headlineOf(measured),
    subtitle: say('Of what was decided or came due in each quarter, the share that nobody decided, by the record as it is now. A quarter without any has no point.'),
    alt: say('A line over {count, plural, one {# quarter} other {# quarters}}, from 0 to 100%: {points}.', {
      count: quarters.length,
      points: quarters.map((one) => say('{quarter}: {share}', { quarter: quarterName(one.to), share: shareWords(one) })).join('; '),
    }),
    data: {
      caption: say('Decisions by default, by quarter'),
      file: 'decided-by-default',
      columns: [{ label: say('Quarter') }, { label: say('By default'), numeric: true }, { label: say('Decided or came due'), numeric: true }],
      rows: quarters.map(({ to, lapsed, closed }) => [{ value: quarterName(to) }, { value: lapsed }, { value: closed }]),
    },
  };
}

/** `7 of 31`, never a share without its whole. */
export function shareWords({ lapsed, closed }: QuarterShare): string {
  return closed === 0 ? say('nothing came due') : say('{part, number} of {whole, number}', { part: lapsed, whole: closed });
}

function headlineOf(measured: readonly QuarterShare[]): string {
  const last = measured.at(-1);
  const first = measured[0];
  if (last === undefined || first === undefined) return say('Nothing was decided or came due in the last eight quarters');
  if (first === last) return say('{share} fell to the CISO by default in {quarter}', { share: shareWords(last), quarter: quarterName(last.to) });
  return say('{share} fell to the CISO by default in {quarter}, against {before} in {quarterBefore}', {
    share: shareWords(last), quarter: quarterName(last.to), before: shareWords(first), quarterBefore: quarterName(first.to),
  });
}

import { messages, say } from '#language/say.ts';
import type { LimitSubject } from '#core/authority/limit-test.ts';
import type { LimitTestRow, Picture, RiskRow } from '#core/picture/picture.ts';
import { personIn } from '#core/picture/sentences/names.ts';
import { inWords, listed, type CardWords } from '#core/picture/sentences/prose.ts';

/** The tests of one thing the limits are tested on. */
export interface TestedSubject {
  title: string;
  tests: readonly LimitTestRow[];
}

/** The answer of all tests together, and what they are. */
export function limitsWords(picture: Picture, risk: RiskRow, tests: readonly LimitTestRow[]): CardWords {
  const failed = tests.filter(({ result }) => result !== 'within');
  const owner = risk.ownerId === null ? say('the owner') : personIn(picture, risk.ownerId);
  const outside = order.filter((on) => failed.some((test) => test.on === on));
  const headline = failed.length === 0
    ? (tests.length === 1 ? say('The limit on the year holds') : say('All {tests} limits on the year hold', { tests: inWords(tests.length) }))
    : say('{failed, plural, one {# limit} other {# limits}} of {tests, number} on the year {failed, plural, one {does} other {do}} not hold: {listed}', { failed: failed.length, tests: tests.length, listed: listed(outside.map((on) => say(where[on]))) });
  return { headline, subtitle: say('Limits in the grant of {owner}, before insurance; the call is theirs only where every test is inside. The tick is the limit.', { owner }) };
}

const order: readonly LimitSubject[] = ['risk', 'book', 'common-cause'];
const where = messages({ risk: 'on this risk', book: 'on everything held together', 'common-cause': 'on a common cause' }) satisfies Readonly<Record<LimitSubject, string>>;

/** The tests by what they are tested on: this risk first, then everything held, then each common cause. */
export function subjectsOf(picture: Picture, risk: RiskRow, tests: readonly LimitTestRow[]): readonly TestedSubject[] {
  const causes = [...new Set(tests.flatMap(({ commonCauseId }) => commonCauseId ?? []))];
  const held = risk.ownerId === null ? say('the owner') : personIn(picture, risk.ownerId);
  return [
    { title: say('This risk'), tests: tests.filter(({ on }) => on === 'risk') },
    { title: say('Everything with {held}', { held }), tests: tests.filter(({ on }) => on === 'book') },
    ...causes.map((id) => ({
      title: say('If one cause strikes: {find}', { find: picture.commonCauses?.find((cause) => cause.id === id)?.label ?? id }),
      tests: tests.filter(({ commonCauseId }) => commonCauseId === id),
    })),
  ].filter((subject) => subject.tests.length > 0);
}

import { say } from '#language/say.ts';
import { limitsWords, subjectsOf, type TestedSubject } from '#core/picture/sentences/limit-card-words.ts';
import type { LimitTestRow, RiskRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { Card } from '#web/ui/Card.tsx';
import type { DataRows } from '#web/ui/DataTable.tsx';
import '#web/pages/risk/limits.css';

/** Every test of the owner's limits on the year: on this risk, on all they hold, on each common cause. */
export function LimitsCard({ risk }: { risk: RiskRow }) {
  const picture = usePicture();
  const { tests, near } = risk.authority;
  if (tests === undefined || tests.length === 0) return null;
  const { headline, subtitle } = limitsWords(picture, risk, tests);
  return (
    <Card headline={headline} subtitle={subtitle} data={dataOf(risk, tests)}>
      {subjectsOf(picture, risk, tests).map((subject) => <Subject key={subject.title} of={subject} />)}
      {near === undefined ? null : <p className="limits__near"><b>{say('Worth knowing.')}</b> {near.sentence}</p>}
    </Card>
  );
}

function Subject({ of: { title, tests } }: { of: TestedSubject }) {
  return (
    <section className="limits__subject">
      <h3>{title}</h3>
      <ul className="limits">
        {tests.map((test) => (
          <li key={`${test.measure} ${test.above ?? ''}${test.unit ?? ''}`} className="limits__test">
            <Bar test={test} />
            <span className={test.result === 'within' ? undefined : 'gap-text'}>{test.sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was found as a part of the limit, which is the tick; what is beyond one and a half limits is cut off with an arrow. */
function Bar({ test }: { test: LimitTestRow }) {
  const { value, limit } = test;
  if (value === null || limit === null || limit === 0) return <span className="limits__bar limits__bar--none" aria-hidden="true" />;
  const part = Math.min(value / limit, 1.5) / 1.5;
  return (
    <span className="limits__bar" aria-hidden="true">
      <span className={`limits__fill${test.result === 'within' ? '' : ' limits__fill--above'}`} style={{ inlineSize: `${100 * part}%` }} />
      {value / limit > 1.5 ? <span className="limits__more">→</span> : null}
    </span>
  );
}

function dataOf(risk: RiskRow, tests: readonly LimitTestRow[]): DataRows {
  return {
    caption: say('Limits on the year, tested for {risk}', { risk: risk.label }),
    columns: [{ label: say('Tested on') }, { label: say('Test') }, { label: say('Found'), numeric: true }, { label: say('Limit'), numeric: true }, { label: say('Result') }],
    rows: tests.map((test) => [
      { value: test.on === 'risk' ? say('this risk') : test.on === 'book' ? say('everything held') : (test.commonCauseId ?? '') },
      { value: test.measure === 'year-above' ? say('chance of a year above {above}', { above: String(test.above ?? '') }) : test.measure.replaceAll('-', ' ') },
      { value: test.value }, { value: test.limit }, { value: test.result === 'cannot-test' ? say('cannot be tested: {why}', { why: test.why ?? '' }) : test.result },
    ]),
    file: `limits-${risk.id}`,
  };
}

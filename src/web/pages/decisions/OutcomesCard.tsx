import { dayInWords } from '#core/time.ts';
import { outcomes, outcomesOfQuarter, outcomesOfQuarterBefore, type Outcome, type OutcomeRow } from '#core/picture/decision-outcomes.ts';
import type { Picture } from '#core/picture/picture.ts';
import { outcomesWords, outcomeWords } from '#core/picture/sentences/roster-words.ts';
import { say } from '#language/say.ts';
import { UnitRuns, type UnitMark } from '#web/charts/unit-squares/Chart.tsx';
import { namesOf } from '#web/charts/names.ts';
import { Card } from '#web/ui/Card.tsx';
import { withRowLinks, type DataRows } from '#web/ui/DataTable.tsx';
import { FilterLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { Said } from '#web/ui/Said.tsx';

const marks: Readonly<Record<Outcome, UnitMark>> = { owner: 'filled', above: 'caret', another: 'crossed', lapsed: 'gap-dashed', open: 'hollow' };

/** What became of the decisions of this quarter: one square each, counted at the start of its run. */
export function OutcomesCard({ picture }: { picture: Picture }) {
  const now = outcomesOfQuarter(picture);
  const { headline, subtitle } = outcomesWords(picture, now, outcomesOfQuarterBefore(picture));
  const shown = outcomes.filter((outcome) => outcome !== 'another' || now.count(outcome) > 0);
  const { lapsedBefore } = now;
  return (
    <Card
      className="span-12"
      headline={headline}
      subtitle={subtitle}
      data={withRowLinks(dataOf(picture, now.rows), now.rows.map((row) => (row.risk === null ? <>{say('{risk}, closed', { risk: row.label })}</> : <RiskLink key={row.riskId} risk={row.riskId}>{row.label}</RiskLink>)))}
      foot={lapsedBefore.length === 0 ? undefined : (
        <Said
          message="<link>{count, plural, one {# more decision} other {# more decisions}}</link> passed {count, plural, one {its date in earlier quarters and is} other {their date in earlier quarters and are}} still without one."
          values={{ count: lapsedBefore.length, link: (words) => <FilterLink filter={{ ids: lapsedBefore.map((row) => row.riskId) }}>{words}</FilterLink> }}
        />
      )}
    >
      <UnitRuns
        runs={shown.map((outcome) => {
          const rows = now.rows.filter((row) => row.outcome === outcome);
          const words = say(outcomeWords[outcome]);
          return {
            key: outcome, mark: marks[outcome], count: rows.length, words, counted: <Count rows={rows} words={words} />,
            description: say('One square for each of {count, plural, one {# decision} other {# decisions}}: {names}{more, plural, =0 {} other {; and # more}}.', {
              count: rows.length, names: rows.slice(0, 5).map((row) => row.label).join('; '), more: Math.max(0, rows.length - 5),
            }),
          };
        })}
      />
    </Card>
  );
}

/** A count leads to its risks where all of them are still open; closed ones stand in the rows below. */
function Count({ rows, words }: { rows: readonly OutcomeRow[]; words: string }) {
  if (rows.length === 0 || rows.some((row) => row.risk === null)) return <>{rows.length}</>;
  return <FilterLink filter={{ ids: rows.map((row) => row.riskId) }} label={`${rows.length}: ${words}`}>{rows.length}</FilterLink>;
}

function dataOf(picture: Picture, rows: readonly OutcomeRow[]): DataRows {
  const names = namesOf(picture);
  return {
    caption: say('Decisions of the quarter and what became of them'),
    file: 'decisions-of-the-quarter',
    columns: [{ label: say('Decision on') }, { label: say('Outcome') }, { label: say('Named owner') }, { label: say('Decided by') }, { label: say('Date') }, { label: say('Expected annual loss'), numeric: true }],
    rows: rows.map(({ riskId, label, outcome, ownerId, decision, at, expectedAnnualLoss }) => [
      { value: `${riskId} ${label}` },
      { value: say(outcomeWords[outcome]) },
      { value: ownerId === null ? say('nobody named') : names.personName(ownerId) },
      { value: decision === null ? say('nobody') : decision.byId === null ? say('not recorded') : names.personName(decision.byId) },
      { value: at.slice(0, 10), shown: dayInWords(at) },
      { value: expectedAnnualLoss === null ? null : Math.round(expectedAnnualLoss), shown: expectedAnnualLoss === null ? say('no range') : undefined },
    ]),
  };
}

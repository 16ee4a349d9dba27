import { dayInWords } from '#core/time.ts';
import { outcomes, outcomesOfQuarter, outcomesOfQuarterBefore, type Outcome, type OutcomeRow } from '#core/picture/decision-outcomes.ts';
import type { Picture } from '#core/picture/picture.ts';
import { outcomesWords, outcomeWords } from '#core/picture/sentences/roster-words.ts';
import { counted } from '#core/picture/sentences/prose.ts';
import { UnitRuns, type UnitMark } from '#web/charts/unit-squares/Chart.tsx';
import { namesOf } from '#web/charts/names.ts';
import { Card } from '#web/ui/Card.tsx';
import { withRowLinks, type DataRows } from '#web/ui/DataTable.tsx';
import { FilterLink, RiskLink } from '#web/ui/PlaceLink.tsx';

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
      data={withRowLinks(dataOf(picture, now.rows), now.rows.map((row) => (row.risk === null ? <>{row.label}, closed</> : <RiskLink key={row.riskId} risk={row.riskId}>{row.label}</RiskLink>)))}
      foot={lapsedBefore.length === 0 ? undefined : <><FilterLink filter={{ ids: lapsedBefore.map((row) => row.riskId) }}>{counted(lapsedBefore.length, 'more decision')}</FilterLink> passed {lapsedBefore.length === 1 ? 'its' : 'their'} date in earlier quarters and {lapsedBefore.length === 1 ? 'is' : 'are'} still without one.</>}
    >
      <UnitRuns
        runs={shown.map((outcome) => {
          const rows = now.rows.filter((row) => row.outcome === outcome);
          return {
            key: outcome, mark: marks[outcome], count: rows.length, words: outcomeWords[outcome], counted: <Count rows={rows} words={outcomeWords[outcome]} />,
            description: `One square for each of ${counted(rows.length, 'decision')}: ${rows.slice(0, 5).map((row) => row.label).join('; ')}${rows.length > 5 ? `; and ${rows.length - 5} more` : ''}.`,
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
    caption: 'Decisions of the quarter and what became of them',
    file: 'decisions-of-the-quarter',
    columns: [{ label: 'Decision on' }, { label: 'Outcome' }, { label: 'Named owner' }, { label: 'Decided by' }, { label: 'Date' }, { label: 'Expected annual loss', numeric: true }],
    rows: rows.map(({ riskId, label, outcome, ownerId, decision, at, expectedAnnualLoss }) => [
      { value: `${riskId} ${label}` },
      { value: outcomeWords[outcome] },
      { value: ownerId === null ? 'nobody named' : names.personName(ownerId) },
      { value: decision === null ? 'nobody' : decision.byId === null ? 'not recorded' : names.personName(decision.byId) },
      { value: at.slice(0, 10), shown: dayInWords(at) },
      { value: expectedAnnualLoss === null ? null : Math.round(expectedAnnualLoss), shown: expectedAnnualLoss === null ? 'no range' : undefined },
    ]),
  };
}

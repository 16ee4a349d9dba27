import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { dayInWords } from '#core/time.ts';
import { asksOfBoard } from '#core/picture/asks.ts';
import type { Picture } from '#core/picture/picture.ts';
import { ChangeDumbbellChart } from '#web/charts/change-dumbbell/Chart.tsx';
import { describeChanges, signedShort } from '#web/charts/change-dumbbell/describe.ts';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { KnowledgeLagChart } from '#web/charts/knowledge-lag/Chart.tsx';
import { LagLegend } from '#web/charts/knowledge-lag/Legend.tsx';
import { daysWords, describeKnowledgeLag } from '#web/charts/knowledge-lag/describe.ts';
import { BeforeMark, NowMark } from '#web/charts/legend-marks.tsx';
import { ReadinessGridTable } from '#web/charts/readiness-grid/Chart.tsx';
import { describeReadinessGrid } from '#web/charts/readiness-grid/describe.ts';
import { TeamByProcessTable } from '#web/charts/team-by-process/Chart.tsx';
import { describeTeamByProcess } from '#web/charts/team-by-process/describe.ts';
import { OwnerGlyph } from '#web/ui/OwnerGlyph.tsx';
import { FilterLink, RiskLink } from '#web/ui/PlaceLink.tsx';
import { RiskStanding } from '#web/ui/RiskStanding.tsx';
import { Empty } from '#web/ui/states.tsx';

interface StepProps {
  picture: Picture;
}

const ROW = 44;

/** Step 1: the asks as a list of at most three; text is what a decision is made on. */
export function AskStep({ picture }: StepProps) {
  const { rows } = asksOfBoard(picture);
  if (rows.length === 0) return <Empty>{say('Looked through {risks, number} open risks for one that nobody below the board can decide.', { risks: picture.risks.length })}</Empty>;
  return (
    <ol className="present-asks">
      {rows.map(({ risk, sentence }) => (
        <li key={risk.id}>
          <OwnerGlyph readiness={risk.readiness} />
          <div>
            <p className="present-asks__sentence"><RiskLink risk={risk.id}>{sentence}</RiskLink></p>
            <RiskStanding picture={picture} risk={risk} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Step 3: the six counts. */
export function ReadinessStep({ picture }: StepProps) {
  const { subtitle, caption, grid } = describeReadinessGrid(picture);
  return <><p className="sub">{subtitle}</p><ReadinessGridTable grid={grid} caption={caption} /></>;
}

/** Step 4: team by release process. */
export function WhereStep({ picture }: StepProps) {
  const { subtitle, caption, table } = describeTeamByProcess(picture, { rows: 7, columns: 7 });
  return <><p className="sub">{subtitle}</p><TeamByProcessTable table={table} caption={caption} /></>;
}

/** Step 5: the longest times between somebody knowing and the person who decides knowing. */
export function KnewStep({ picture }: StepProps) {
  const { drawn, headline, subtitle, alt } = describeKnowledgeLag(picture, 5);
  if (drawn.length === 0) return <Empty>{say('Looked through the evidence of {risks, number} open risks.', { risks: picture.risks.length })}</Empty>;
  return (
    <>
      <p className="sub"><LagLegend /> {subtitle}</p>
      <ChartRows
        rowHeight={ROW} labelShare={0.42}
        rows={drawn.map((lag) => ({ key: lag.risk.id, label: <RiskLink risk={lag.risk.id}>{lag.risk.label}</RiskLink>, value: <b>{daysWords(lag)}</b> }))}
        plot={<KnowledgeLagChart lags={drawn} asOf={picture.asOf} label={headline} description={alt} />}
      />
    </>
  );
}

/** Step 6: what changed by team. */
export function ChangeStep({ picture }: StepProps) {
  const { drawn, headline, subtitle, alt } = describeChanges(picture, 6);
  if (picture.previousRisks.length === 0 || drawn.length === 0) return <Empty>{say('There is nothing to compare with on {against}.', { against: dayInWords(picture.against) })}</Empty>;
  return (
    <>
      <p className="sub"><Said message="{beforeMark} {against} {nowMark} {asOf}. Expected annual loss by team. {subtitle}." values={{ beforeMark: <BeforeMark />, against: dayInWords(picture.against), nowMark: <NowMark />, asOf: dayInWords(picture.asOf), subtitle }} /></p>
      <ChartRows
        rowHeight={ROW} labelShare={0.3}
        rows={drawn.map((row) => ({
          key: `${row.kind} ${row.teamId}`,
          label: <FilterLink filter={row.filter}>{row.name}</FilterLink>,
          value: <b>{row.difference > 0 ? '\u25B2 ' : row.difference < 0 ? '\u25BC ' : ''}{signedShort(row.difference, picture.currency)}</b>,
        }))}
        plot={<ChangeDumbbellChart changes={drawn.map((row) => ({ before: row.before.expectedAnnualLoss, now: row.now.expectedAnnualLoss }))} currency={picture.currency} label={headline} description={alt} />}
      />
    </>
  );
}

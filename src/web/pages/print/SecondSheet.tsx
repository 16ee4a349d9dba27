import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { dayInWords } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import { evidenceNote, methodNote } from '#core/picture/sentences/paper-words.ts';
import { ChangeDumbbellChart } from '#web/charts/change-dumbbell/Chart.tsx';
import { describeChanges, signedShort } from '#web/charts/change-dumbbell/describe.ts';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { KnowledgeLagChart } from '#web/charts/knowledge-lag/Chart.tsx';
import { LagLegend } from '#web/charts/knowledge-lag/Legend.tsx';
import { daysWords, describeKnowledgeLag } from '#web/charts/knowledge-lag/describe.ts';
import { BeforeMark, NowMark } from '#web/charts/legend-marks.tsx';
import { TeamByProcessTable } from '#web/charts/team-by-process/Chart.tsx';
import { roomFor } from '#web/charts/team-by-process/room.ts';
import { describeTeamByProcess } from '#web/charts/team-by-process/describe.ts';
import { FrozenCode, FrozenLink } from '#web/pages/print/FrozenLink.tsx';
import { Sheet, SheetPart, type Paper } from '#web/pages/print/Sheet.tsx';
import { Empty } from '#web/ui/states.tsx';

/** What fits one page of A4 and of US Letter. */
const ROOM = { rows: 7, columns: 5 };
const ROWS = 5;

/** Page 2: where it sits, who knew, what changed, what it all rests on and where the live record is. */
export function SecondSheet({ picture, paper }: { picture: Picture; paper: Paper }) {
  const where = describeTeamByProcess(picture, roomFor(ROOM, picture.currency));
  return (
    <Sheet label={say('Page 2')} paper={paper}>
      <SheetPart headline={where.headline} subtitle={where.subtitle}>
        <TeamByProcessTable table={where.table} caption={where.caption} columnShare={0.64} />
      </SheetPart>
      <KnewPart picture={picture} />
      <ChangePart picture={picture} />
      <SheetPart headline={say('What the figures rest on')}>
        <ul className="sheet__notes">{evidenceNote(picture).map((line) => <li key={line}>{line}</li>)}</ul>
      </SheetPart>
      <div className="sheet__foot">
        <p className="sub"><FrozenLink picture={picture} /> {methodNote()}</p>
        <FrozenCode picture={picture} />
      </div>
    </Sheet>
  );
}

function KnewPart({ picture }: { picture: Picture }) {
  const { drawn, headline, subtitle, alt } = describeKnowledgeLag(picture, ROWS);
  return (
    <SheetPart headline={headline} subtitle={<><LagLegend /> {subtitle}</>}>
      {drawn.length === 0 ? <Empty>{say('Looked through the evidence of {risks, number} open risks.', { risks: picture.risks.length })}</Empty> : (
        <ChartRows
          rowHeight={22} labelShare={0.56} valueWidth={70} printWidth={688}
          rows={drawn.map((lag) => ({ key: lag.risk.id, label: <span className="sheet__label">{lag.risk.label}</span>, value: <b>{daysWords(lag)}</b> }))}
          plot={<KnowledgeLagChart lags={drawn} asOf={picture.asOf} label={headline} description={alt} />}
        />
      )}
    </SheetPart>
  );
}

function ChangePart({ picture }: { picture: Picture }) {
  const { drawn, headline, subtitle, alt } = describeChanges(picture, ROWS);
  const { currency } = picture;
  return (
    <SheetPart headline={headline} subtitle={<><Said message="{beforeMark} {against} {nowMark} {asOf}. Expected annual loss by team. {subtitle}." values={{ beforeMark: <BeforeMark />, against: dayInWords(picture.against), nowMark: <NowMark />, asOf: dayInWords(picture.asOf), subtitle }} /></>}>
      {picture.previousRisks.length === 0 || drawn.length === 0 ? <Empty>{say('There is nothing to compare with on {against}.', { against: dayInWords(picture.against) })}</Empty> : (
        <ChartRows
          rowHeight={22} labelShare={0.3} valueWidth={70} printWidth={688}
          rows={drawn.map((row) => ({
            key: `${row.kind} ${row.teamId}`,
            label: <span className="sheet__label">{row.name}</span>,
            value: <b>{row.difference > 0 ? '\u25B2 ' : row.difference < 0 ? '\u25BC ' : ''}{signedShort(row.difference, currency)}</b>,
          }))}
          plot={<ChangeDumbbellChart changes={drawn.map((row) => ({ before: row.before.expectedAnnualLoss, now: row.now.expectedAnnualLoss }))} currency={currency} label={headline} description={alt} />}
        />
      )}
    </SheetPart>
  );
}

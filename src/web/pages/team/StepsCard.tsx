import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import type { TeamRow } from '#core/picture/picture.ts';
import type { MedianDays } from '#core/release/river-counts.ts';
import { stepNames, stepRows } from '#core/release/step-medians.ts';
import type { River } from '#contract/river.ts';
import { PAPER } from '#web/features/river/paper.ts';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { BeforeMark, NowMark } from '#web/charts/legend-marks.tsx';
import { PairDumbbellChart } from '#web/charts/pair-dumbbell/Chart.tsx';
import { describeSteps } from '#web/charts/pair-dumbbell/describe-steps.ts';
import { CountLink } from '#web/features/river/CountLink.tsx';
import { Card } from '#web/ui/Card.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { Said } from '#web/ui/Said.tsx';
import { Empty } from '#web/ui/states.tsx';

type Shipped = NonNullable<River['shipped']>;

/** How long what a team introduced took from release to fix, step by step, against the half year before. */
export function StepsCard({ team, shipped }: { team: TeamRow; shipped: Shipped }) {
  const { now, before } = shipped;
  const rows = stepRows(before, now);
  const words = describeSteps(rows, team.name, now, before);
  const none = rows.every((row) => row.now.days === null && row.before.days === null);
  const filter = { introducedTeamId: team.id, introducedSubteams: true, openOnly: false } as const;
  const cases = (row: (typeof rows)[number], part: 'before' | 'now') => {
    const { from, to } = part === 'now' ? now : before;
    return (
      <CountLink count={row[part].cases} filter={{ ...filter, step: row.step, stepFrom: from, stepTo: to }}
        of={say('{step}, ended from {from} to {to}', { step: say(stepNames[row.step]), from: dayInWords(from), to: dayInWords(to) })} />
    );
  };
  return (
    <Card
      className="span-12"
      headline={words.headline}
      subtitle={<Said message="{open} half year before, {filled} last half year: median days of each step, and how many findings it rests on. {subtitle}" values={{ open: <BeforeMark />, filled: <NowMark />, subtitle: words.subtitle }} />}
      data={none ? undefined : {
        ...words.data,
        rows: words.data.rows.map((cells, index) => {
          const row = rows[index];
          if (row === undefined) return cells;
          const [name, was, wasCases, is, isCases] = cells;
          return [name, was, { value: null, ...wasCases, shown: cases(row, 'before') }, is, { value: null, ...isCases, shown: cases(row, 'now') }].flatMap((cell) => cell ?? []);
        }),
      }}
    >
      {none ? <Empty>{say('No step from release to fix is on the record for what {team} introduced.', { team: team.name })}</Empty> : (
        <ChartRows
          valueWidth={300}
          printWidth={PAPER}
          labelShare={0.24}
          rows={rows.map((row) => ({
            key: row.step,
            label: say(stepNames[row.step]),
            value: (
              <span className="step-value">
                <BeforeMark /><span><Median of={row.before} /> {row.before.cases === 0 ? null : <Said message="of {cases}" values={{ cases: cases(row, 'before') }} />}</span>
                <NowMark /><span><Median of={row.now} /> {row.now.cases === 0 ? null : <Said message="of {cases}" values={{ cases: cases(row, 'now') }} />}</span>
              </span>
            ),
          }))}
          plot={<PairDumbbellChart pairs={rows.map((row) => ({ open: row.before.days, filled: row.now.days }))} label={words.headline} description={words.alt} />}
        />
      )}
      <p className="river-note">{say('Told: evidence of a risk that rests on the finding first reached who decides it, by more than a broadcast. Decided: somebody recorded a decision about it. A finding no risk rests on takes neither step and is in the first and the last row only.')}</p>
    </Card>
  );
}

function Median({ of: { days } }: { of: MedianDays }) {
  return days === null ? <NotMeasured>{say('No case')}</NotMeasured> : <span>{say('{days, plural, one {# day} other {# days}}', { days: Math.round(days) })}</span>;
}

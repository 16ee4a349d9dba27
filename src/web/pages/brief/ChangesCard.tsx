import { say } from '#language/say.ts';
import { dayInWords } from '#core/time.ts';
import type { ChangeRow } from '#core/picture/changes.ts';
import type { Picture } from '#core/picture/picture.ts';
import { ChangeDumbbellChart } from '#web/charts/change-dumbbell/Chart.tsx';
import { describeChanges, signedShort } from '#web/charts/change-dumbbell/describe.ts';
import { BeforeMark, NowMark } from '#web/charts/legend-marks.tsx';
import { ChartRows } from '#web/charts/ChartRows.tsx';
import { Card } from '#web/ui/Card.tsx';
import { withRowLinks } from '#web/ui/DataTable.tsx';
import { moneySpoken } from '#web/ui/money-words.ts';
import { FilterLink, PlaceLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import { viewOfFilter } from '#web/url/risk-filter.ts';

/** What changed since the earlier date, by team, largest change first. */
export function ChangesCard({ picture, rows }: { picture: Picture; rows: number }) {
  const { drawn, headline, subtitle, alt, data } = describeChanges(picture, rows);
  const comparable = picture.previousRisks.length > 0 && drawn.length > 0;
  return (
    <Card compact className="span-5" headline={headline} data={comparable ? withRowLinks(data, drawn.map((row) => <FilterLink key={row.name} filter={row.filter}>{row.name}</FilterLink>)) : undefined}
      subtitle={<><BeforeMark /> {dayInWords(picture.against)} <NowMark /> {dayInWords(picture.asOf)}. {subtitle} {comparable ? <PlaceLink to={{ page: 'changes' }}>{say('All changes')}</PlaceLink> : null}</>}>
      {comparable ? (
        <ChartRows
          rowHeight={24}
          rows={drawn.map((row) => ({
            key: `${row.kind} ${row.teamId}`,
            label: <FilterLink filter={row.filter}>{row.name}</FilterLink>,
            value: <Difference row={row} currency={picture.currency} />,
          }))}
          plot={(
            <ChangeDumbbellChart
              changes={drawn.map((row) => ({ before: row.before.expectedAnnualLoss, now: row.now.expectedAnnualLoss }))}
              currency={picture.currency} label={headline} description={alt}
            />
          )}
        />
      ) : <Empty>{say('Choose another date to compare with, under “As of” above.')}</Empty>}
    </Card>
  );
}

function Difference({ row, currency }: { row: ChangeRow; currency: string }) {
  const mark = row.difference > 0 ? '\u25B2' : '\u25BC';
  const text = signedShort(row.difference, currency);
  const words = `${row.difference < 0 ? 'down' : 'up'} ${moneySpoken(Math.abs(row.difference), currency)}`;
  return (
    <PlaceLink to={{ page: 'changes' }} view={viewOfFilter(row.filter)} className="number direction">
      <span aria-hidden="true">{text.startsWith('\u00B1') ? '' : `${mark} `}{text}</span>
      <span className="visually-hidden">{words}</span>
    </PlaceLink>
  );
}

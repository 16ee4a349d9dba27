import { say } from '#language/say.ts';
import { cellOf, moneyState } from '#core/picture/roll-up.ts';
import { placeRows } from '#core/picture/place-rows.ts';
import type { ProcessRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { Card } from '#web/ui/Card.tsx';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { FilterLink } from '#web/ui/PlaceLink.tsx';
import { Empty } from '#web/ui/states.tsx';
import '#web/features/place/place.css';

const BAR = 160;

/** Open risks and money of a process by owning team; a tile opens the cell with the same numbers. */
export function MoneyByTeamCard({ process }: { process: ProcessRow }) {
  const picture = usePicture();
  const rows = placeRows(picture)
    .map((row) => ({ ...row, cell: cellOf(picture, { ...row.filter, processId: process.id }) }))
    .filter((row) => row.cell.summary.count > 0)
    .toSorted((a, b) => b.cell.summary.expectedAnnualLoss - a.cell.summary.expectedAnnualLoss);
  const widest = Math.max(0, ...rows.map((row) => row.cell.summary.expectedAnnualLoss));
  const [most] = rows;
  return (
    <Card className="span-5" headline={most === undefined ? say('No team has an open risk here') : say('{most} carries most of it', { most: most.name })} subtitle={say('Open risks and expected annual loss by owning team, all bars on one scale')}>
      {rows.length === 0 ? <Empty>{say('None found on the record.')}</Empty> : (
        <table className="place-table">
          <caption className="visually-hidden">{say('Open risks of {process} by owning team', { process: process.name })}</caption>
          <thead><tr><th scope="col">{say('Team that ships it')}</th><th scope="col" className="numeric">{say('Open risks')}</th><th scope="col">{say('Expected a year')}</th></tr></thead>
          <tbody>
            {rows.map(({ name, kind, teamId, cell }) => (
              <tr key={`${kind} ${teamId}`}>
                <th scope="row"><FilterLink filter={cell.filter}>{name}</FilterLink></th>
                <td className="numeric"><FilterLink filter={cell.filter} label={say('{count, plural, one {# open risk} other {# open risks}} of {name}', { count: cell.summary.count, name })}>{cell.summary.count}</FilterLink></td>
                <td>
                  {moneyState(cell.summary) === 'measured'
                    ? <FilterLink filter={cell.filter}><MoneyText amount={cell.summary.expectedAnnualLoss} /></FilterLink>
                    : <NotMeasured>{say('No range')}</NotMeasured>}
                  {moneyState(cell.summary) === 'measured' && cell.summary.unquantified > 0 ? <span className="sub">{' '}{say('and {unquantified, number} without a range', { unquantified: cell.summary.unquantified })}</span> : null}
                  <Bar share={widest === 0 ? 0 : cell.summary.expectedAnnualLoss / widest} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function Bar({ share }: { share: number }) {
  if (share === 0) return null;
  return <svg className="place-table__bar" width={BAR} height={6} aria-hidden="true" focusable="false"><rect width={BAR * share} height={6} /></svg>;
}

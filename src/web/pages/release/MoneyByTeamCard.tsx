import { cellOf, moneyState } from '#core/picture/roll-up.ts';
import { placeRows } from '#core/picture/place-rows.ts';
import type { ProcessRow } from '#core/picture/picture.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { counted } from '#core/picture/sentences/prose.ts';
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
    <Card className="span-5" headline={most === undefined ? 'No team has an open risk here' : `${most.name} carries most of it`} subtitle="Open risks and expected annual loss by owning team, all bars on one scale">
      {rows.length === 0 ? <Empty>None found on the record.</Empty> : (
        <table className="place-table">
          <caption className="visually-hidden">Open risks of {process.name} by owning team</caption>
          <thead><tr><th scope="col">Team that ships it</th><th scope="col" className="numeric">Open risks</th><th scope="col">Expected a year</th></tr></thead>
          <tbody>
            {rows.map(({ name, kind, teamId, cell }) => (
              <tr key={`${kind} ${teamId}`}>
                <th scope="row"><FilterLink filter={cell.filter}>{name}</FilterLink></th>
                <td className="numeric"><FilterLink filter={cell.filter} label={`${counted(cell.summary.count, 'open risk')} of ${name}`}>{cell.summary.count}</FilterLink></td>
                <td>
                  {moneyState(cell.summary) === 'measured'
                    ? <FilterLink filter={cell.filter}><MoneyText amount={cell.summary.expectedAnnualLoss} /></FilterLink>
                    : <NotMeasured>No range</NotMeasured>}
                  {moneyState(cell.summary) === 'measured' && cell.summary.unquantified > 0 ? <span className="sub"> and {cell.summary.unquantified} without a range</span> : null}
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

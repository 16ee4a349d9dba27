import { say } from '#language/say.ts';
import { moneyState } from '#core/picture/roll-up.ts';
import type { GridCell, ReadinessGrid } from '#web/charts/readiness-grid/layout.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { OwnerGlyph, readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { FilterLink } from '#web/ui/PlaceLink.tsx';
import '#web/charts/readiness-grid/readiness-grid.css';

/** Six numbers, so a table of six numbers: each a link to its risks. */
export function ReadinessGridTable({ grid, caption }: { grid: ReadinessGrid; caption: string }) {
  return (
    <table className="readiness-grid">
      <caption className="visually-hidden">{caption}</caption>
      <colgroup><col /><col /><col /></colgroup>
      <thead>
        <tr><th scope="col"><span className="visually-hidden">{say('Authority')}</span></th><th scope="col">{say('Has seen it')}</th><th scope="col">{say('Evidence has not reached them')}</th></tr>
      </thead>
      <tbody>
        {grid.square.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            {row.cells.map((cell) => <td key={cell.readiness} className={cellClass(cell)}><Figures cell={cell} /></td>)}
          </tr>
        ))}
        {grid.outside.map((cell) => (
          <tr key={cell.readiness} className="readiness-grid__outside">
            <th scope="row">{cell.readiness === 'nobody-named' ? say('Nobody named') : say('Cannot tell')}</th>
            <td colSpan={2} className={cellClass(cell)}><Figures cell={cell} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellClass(cell: GridCell): string {
  return `readiness-grid__cell${cell.gap && cell.tally.count > 0 ? ' readiness-grid__cell--gap' : ''}`;
}

function Figures({ cell }: { cell: GridCell }) {
  const { readiness, tally } = cell;
  const filter = { readiness: [readiness] };
  return (
    <span className="readiness-grid__figures">
      <OwnerGlyph readiness={readiness} />
      <FilterLink filter={filter} className="number readiness-grid__count" label={say('{count, number} open risks: {readiness}', { count: tally.count, readiness: say(readinessWords[readiness]) })}>{tally.count}</FilterLink>
      {moneyState(tally) === 'measured' ? <FilterLink filter={filter}><MoneyText amount={tally.expectedAnnualLoss} /></FilterLink> : null}
      {tally.unquantified === 0 ? null : (
        <FilterLink filter={{ ...filter, unquantified: true }} className="number readiness-grid__range" label={say('{unquantified, number} without a range', { unquantified: tally.unquantified })}>
          {moneyState(tally) === 'measured' ? `+${tally.unquantified}` : say('no range')}
        </FilterLink>
      )}
    </span>
  );
}

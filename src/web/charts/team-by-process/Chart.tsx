import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import { moneyState, type Cell } from '#core/picture/roll-up.ts';
import { layoutTeamByProcess, type PlacedBar } from '#web/charts/team-by-process/layout.ts';
import type { BriefColumn, BriefRow, BriefTable } from '#web/charts/team-by-process/trim.ts';
import { MoneyText } from '#web/ui/MoneyText.tsx';
import { None } from '#web/ui/None.tsx';
import { NotMeasured } from '#web/ui/NotMeasured.tsx';
import { FilterLink, PlaceLink } from '#web/ui/PlaceLink.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import '#web/charts/team-by-process/team-by-process.css';

const BAR_HEIGHT = 5;
const HATCH = 'team-by-process-hatch';

interface TeamByProcessTableProps {
  table: BriefTable;
  caption: string;
  /** Part of the width that the columns of the processes have together: the rest is the names and the totals. */
  columnShare?: number | undefined;
}

/** The table is the chart: every cell prints its money and draws it, all bars on one scale. */
export function TeamByProcessTable({ table, caption, columnShare = 0.735 }: TeamByProcessTableProps) {
  const { ref, width, measured } = useWidth<HTMLElement>(960, 656);
  const barWidth = Math.max(24, Math.floor((Math.max(width, 640) * columnShare) / Math.max(1, table.columns.length)) - 14);
  if (!measured) return <section ref={ref} className="tbp__scroll" />;
  const { bars } = layoutTeamByProcess(table, barWidth);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what may scroll has to be reachable by keyboard
    <section ref={ref} className="tbp__scroll" tabIndex={width < 640 ? 0 : undefined} aria-label={width < 640 ? caption : undefined}>
      <HatchPattern />
      <table className="tbp">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="tbp__team">{say('Team that ships it')}</th>
            {table.columns.map((column) => <th key={column.key} scope="col"><ColumnName column={column} /></th>)}
            <th scope="col" className="tbp__total">{say('Total')}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={row.key}>
              <th scope="row"><RowName row={row} /></th>
              {row.cells.map((cell, index) => (
                <td key={table.columns[index]?.key}><Amount cell={cell} /><Bar bar={bars[at]?.[index]} width={barWidth} /></td>
              ))}
              <td className="tbp__total-cell"><Amount cell={row.total} /></td>
            </tr>
          ))}
          <tr className="tbp__sum">
            <th scope="row">{say('Total')}</th>
            {table.columns.map((column) => <td key={column.key}><Amount cell={column.total} /></td>)}
            <td><Amount cell={table.total} /></td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function ColumnName({ column }: { column: BriefColumn }) {
  if (column.processId !== null) return <PlaceLink to={{ page: 'process', process: column.processId }}>{column.name}</PlaceLink>;
  return column.kind === 'rest' ? <PlaceLink to={{ page: 'release' }}>{column.name}</PlaceLink> : <span className="tbp__name">{column.name}</span>;
}

function RowName({ row }: { row: BriefRow }): ReactNode {
  if (row.kind === 'rest') return <PlaceLink to={{ page: 'teams' }}>{row.name}</PlaceLink>;
  return <FilterLink filter={row.total.filter}>{row.name}</FilterLink>;
}

/** The money of a cell as a link to its risks, with the count of those that have no range beside it. */
function Amount({ cell }: { cell: Cell }) {
  const { summary, filter } = cell;
  const { unquantified } = summary;
  switch (moneyState(summary)) {
    case 'none': return <None words={say('no open risk')} />;
    case 'not-measured': return <FilterLink filter={filter}><NotMeasured>{say('{unquantified, number} no range', { unquantified })}</NotMeasured></FilterLink>;
    case 'measured': return (
      <>
        <FilterLink filter={filter}><MoneyText amount={summary.expectedAnnualLoss} /></FilterLink>
        {unquantified === 0 ? null : (
          <FilterLink filter={{ ...filter, unquantified: true }} className="number tbp__more" label={say('and {unquantified, number} without a range', { unquantified })}>+{unquantified}</FilterLink>
        )}
      </>
    );
  }
}

function Bar({ bar, width }: { bar: PlacedBar | undefined; width: number }) {
  if (bar === undefined || bar.solid + bar.hatched === 0) return null;
  return (
    <svg className="tbp__bar" width={width} height={BAR_HEIGHT} aria-hidden="true" focusable="false">
      <rect className="tbp__solid" width={bar.solid} height={BAR_HEIGHT} />
      <rect className="tbp__hatched" x={bar.solid} width={bar.hatched} height={BAR_HEIGHT} fill={`url(#${HATCH})`} />
    </svg>
  );
}

function HatchPattern() {
  return (
    <svg className="tbp__defs" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={HATCH} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className="tbp__hatch-ground" width="6" height="6" />
          <path className="tbp__hatch-line" d="M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3" />
        </pattern>
      </defs>
    </svg>
  );
}

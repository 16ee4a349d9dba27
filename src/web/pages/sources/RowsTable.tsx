import { useState, type ReactNode } from 'react';
import { say } from '#language/say.ts';
import { CsvLink, type DataColumn, type DataRows } from '#web/ui/DataTable.tsx';

/** Rows that stand open; the rest is one click away, and all of them are in the file. */
const FIRST = 12;

interface RowsTableProps {
  data: DataRows;
  /** Rows shown before the click. */
  first?: number;
}

/** A table that stands open, becomes blocks on a phone, and can be taken along whole. */
export function RowsTable({ data, first = FIRST }: RowsTableProps) {
  const [all, setAll] = useState(false);
  const rows = all ? data.rows : data.rows.slice(0, first);
  const more = data.rows.length - rows.length;
  return (
    <>
      <table className="place-table place-table--stack">
        <caption className="visually-hidden">{data.caption}</caption>
        <thead><tr>{data.columns.map((column) => <th key={column.label} scope="col" className={numeric(column)}>{column.label}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows keep their place in the list they come from.
            <tr key={`${index} ${String(row[0]?.value)}`}>
              {row.map((cell, at) => {
                const column = data.columns[at];
                const shown: ReactNode = cell.shown ?? cell.value;
                return at === 0
                  ? <th key={column?.label} scope="row">{shown}</th>
                  : <td key={column?.label} data-label={column?.label} className={column === undefined ? undefined : numeric(column)}>{shown}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sources-foot screen-only">
        {more === 0 ? null : <button type="button" className="act__button act__button--quiet" onClick={() => { setAll(true); }}>{say('Show {more, number} more', { more })}</button>}
        <CsvLink data={data} />
      </p>
      {more === 0 ? null : <p className="sub print-only">{say('{more, number} more in the live record.', { more })}</p>}
    </>
  );
}

function numeric(column: DataColumn): string | undefined {
  return column.numeric === true ? 'numeric' : undefined;
}

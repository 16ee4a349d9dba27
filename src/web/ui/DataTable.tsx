import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import { csvOf } from '#core/csv-text.ts';
import { SpokenText } from '#web/ui/SpokenText.tsx';

export interface DataColumn {
  label: string;
  numeric?: boolean | undefined;
}

/** A cell: what is written to the CSV, and what is shown where that differs (a link, money in words). */
export interface DataCell {
  value: string | number | null;
  shown?: ReactNode;
}

/** The rows behind a chart: as many as the chart has marks, in the same order. */
export interface DataRows {
  caption: string;
  columns: readonly DataColumn[];
  /** The first cell of a row is its header. */
  rows: readonly (readonly DataCell[])[];
  /** File name of the CSV, without the ending. */
  file: string;
}

/** The same rows with a link in the first cell of each, so that the table drills as the chart does. */
export function withRowLinks(data: DataRows, links: readonly ReactNode[]): DataRows {
  return { ...data, rows: data.rows.map(([first, ...rest], index) => (first === undefined ? rest : [{ ...first, shown: links[index] }, ...rest])) };
}

/** `Show data (n rows)`: the table behind a figure, with a caption, scoped headers and a CSV download. */
export function DataTable({ data }: { data: DataRows }) {
  const { caption, columns, rows } = data;
  return (
    <details className="data-table">
      <summary>{say('Show data ({rows} {rows, plural, one {row} other {rows}})', { rows: rows.length })}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what may scroll has to be reachable by keyboard */}
      <section className="data-table__scroll" aria-label={caption} tabIndex={0}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>{columns.map((column) => <th key={column.label} scope="col" className={column.numeric === true ? 'numeric' : undefined}>{column.label}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // Rows of a chart keep their place: there is no other identity to key by.
              <tr key={`${index} ${String(row[0]?.value)}`}>
                {row.map((cell, at) => at === 0
                  ? <th key={columns[at]?.label} scope="row"><SpokenText>{cell.shown ?? cell.value}</SpokenText></th>
                  : <td key={columns[at]?.label} className={columns[at]?.numeric === true ? 'numeric' : undefined}><SpokenText>{cell.shown ?? cell.value}</SpokenText></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <CsvLink data={data} />
    </details>
  );
}

/** The rows as a file, made when it is asked for. */
export function CsvLink({ data }: { data: DataRows }) {
  const text = csvOf([data.columns.map((column) => column.label), ...data.rows.map((row) => row.map((cell) => cell.value))]);
  return (
    <a className="data-table__csv" download={`${data.file}.csv`} href={`data:text/csv;charset=utf-8,${encodeURIComponent(text)}`}>{say('Download these rows as CSV')}</a>
  );
}

import type { ColumnGuess } from '#importers/csv/columns.ts';
import { unitOf, type HeaderUnit } from '#importers/csv/header-unit.ts';
import type { CsvHeader, CsvRow } from '#importers/csv/csv-table.ts';

/** Where each field stands in a row. */
export class FieldColumns<Field extends string> {
  readonly #index = new Map<string, number>();
  readonly #names: readonly string[];
  readonly #units = new Map<Field, HeaderUnit>();

  constructor(guess: ColumnGuess, header: CsvHeader) {
    this.#names = header.names;
    for (const [column, field] of Object.entries(guess.mapping)) {
      if (!this.#index.has(field)) this.#index.set(field, header.names.indexOf(column));
    }
  }

  has(field: Field): boolean {
    return this.#index.has(field);
  }

  /** The column's name in the file; `''` where no column holds the field. */
  name(field: Field): string {
    const index = this.#index.get(field);
    return index === undefined ? '' : (this.#names[index] ?? '');
  }

  /** The unit the column's name states. */
  unit(field: Field): HeaderUnit {
    const known = this.#units.get(field);
    if (known !== undefined) return known;
    const unit = unitOf(this.name(field));
    this.#units.set(field, unit);
    return unit;
  }

  /** The cell of a field, trimmed; `''` where no column holds the field. */
  cell(row: CsvRow, field: Field): string {
    const index = this.#index.get(field);
    return index === undefined ? '' : (row.cells[index] ?? '').trim();
  }

  /** The fields of one row by name. */
  of(row: CsvRow): RowCells<Field> {
    return { row, columns: this, get: (field) => this.cell(row, field), column: (field) => this.name(field) };
  }
}

export interface RowCells<Field extends string> {
  row: CsvRow;
  columns: FieldColumns<Field>;
  /** The trimmed cell; `''` where there is none. */
  get(field: Field): string;
  /** Name of the column a field is read from. */
  column(field: Field): string;
}

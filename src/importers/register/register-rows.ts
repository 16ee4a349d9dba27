import type { ImportItem, Source } from '#importers/importer.ts';
import { isBlank, looksLikeFormula } from '#importers/csv/cell-text.ts';
import { controlCharacters } from '#importers/csv/cell-problems.ts';
import type { CsvRow, CsvTable } from '#importers/csv/csv-table.ts';
import { DateColumn } from '#importers/csv/date-column.ts';
import { declaredDateOrder } from '#importers/csv/declared-date-order.ts';
import type { FieldColumns } from '#importers/csv/row-cells.ts';
import { unseenOwner } from '#importers/matching/unseen-owner.ts';
import { lineNumber } from '#importers/reading/place.ts';
import { rejected, repaired } from '#importers/reading/rejection.ts';
import { registerDateFields, type RegisterDateField, type RegisterField } from '#importers/register/register-fields.ts';

/** All rows of a register with what only the whole table can tell: the order of its dates, and whether a loss is a scale. */
export interface RegisterRows {
  rows: readonly CsvRow[];
  dates: ReadonlyMap<RegisterDateField, DateColumn>;
  isScale: boolean;
  formulas: number;
  /** Rows that cannot be read, and rows that were set right. */
  items: readonly ImportItem[];
}

/** Reads a register to its end: a date such as 03/04/2026 can be understood only once its whole column was seen. */
export async function collectRows(
  source: Source,
  table: CsvTable,
  columns: FieldColumns<RegisterField>,
  declared: Readonly<Record<string, string>> | undefined,
): Promise<RegisterRows> {
  const dates = new Map<RegisterDateField, DateColumn>();
  for (const field of registerDateFields) {
    const name = columns.name(field);
    if (columns.has(field)) dates.set(field, new DateColumn(name, declaredDateOrder(declared, name)));
  }
  const rows: CsvRow[] = [];
  const items: ImportItem[] = [];
  const scale = new ScaleWatch(columns);
  let formulas = 0;
  for await (const item of table.rows) {
    if (item.type === 'rejected') {
      items.push(rejected(source.name, item.fault));
      continue;
    }
    const { row } = item;
    const repair = controlCharacters(row, table.header, source.name);
    if (repair !== undefined) items.push(repair);
    const owner = unseenOwner(columns.cell(row, 'owner'));
    if (owner !== undefined) items.push(repaired(source.name, { place: lineNumber(row.line), ...owner }));
    for (const [field, column] of dates) column.look(columns.cell(row, field));
    scale.look(row);
    formulas += row.cells.filter(looksLikeFormula).length;
    rows.push(row);
  }
  return { rows, dates, isScale: scale.isScale, formulas, items };
}

/** Watches the loss columns: bare whole numbers up to 10 and nothing else are a scale of 1 to 5 or 10. */
class ScaleWatch {
  readonly #columns: FieldColumns<RegisterField>;
  readonly #fields: readonly RegisterField[];
  #seen = false;
  #allSmall = true;

  constructor(columns: FieldColumns<RegisterField>) {
    this.#columns = columns;
    this.#fields = (['low', 'high', 'loss'] as const).filter((field) => {
      const unit = columns.unit(field);
      return columns.has(field) && unit.factor === 1 && unit.currency === undefined;
    });
  }

  look(row: CsvRow): void {
    for (const field of this.#fields) {
      const cell = this.#columns.cell(row, field);
      if (isBlank(cell)) continue;
      this.#seen = true;
      this.#allSmall &&= /^\d{1,2}$/.test(cell) && Number(cell) <= 10;
    }
  }

  get isScale(): boolean {
    return this.#seen && this.#allSmall && this.#fields.length > 0;
  }
}

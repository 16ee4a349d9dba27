import { SourceRefused, type FormatName, type Source } from '#importers/importer.ts';
import { readRegisterColumns } from '#importers/register/register-columns.ts';
import type { Store } from '#store/store.ts';

export type ColumnMapping = Readonly<Record<string, string>>;

export interface KnownColumns {
  mapping: ColumnMapping | undefined;
  /** Keeps the columns as they were read, for the next file with the same header line. */
  save(): Promise<void>;
}

const none: KnownColumns = { mapping: undefined, save: () => Promise.resolve() };

/**
 * The column mapping for a table: what the user gave, else what was saved for the same header line. Sources of other
 * formats have none. A header that cannot be read is left for the importer to refuse.
 */
export async function columnsFor(
  store: Store,
  source: Source,
  format: FormatName,
  given: ColumnMapping | undefined,
): Promise<KnownColumns> {
  if (format === 'grants-csv' || format === 'findings-csv') return { ...none, mapping: given };
  if (format !== 'register-csv') return none;
  try {
    const { headerText } = await readRegisterColumns(source);
    const name = `columns:${headerText.slice(0, 2_000)}`;
    const saved = given ?? parsedMapping(await store.setting(name));
    const { mapping } = await readRegisterColumns(source, saved);
    return {
      mapping: saved,
      async save() {
        const text = JSON.stringify({ ...mapping, ...saved });
        if ((await store.setting(name)) !== text) await store.saveSetting(name, text);
      },
    };
  } catch (error) {
    if (error instanceof SourceRefused) return { ...none, mapping: given };
    throw error;
  }
}

function parsedMapping(text: string | undefined): ColumnMapping | undefined {
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

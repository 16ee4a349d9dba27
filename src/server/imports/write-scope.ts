import type { Entry } from '#core/record/entry.ts';
import type { RecordView } from '#core/record/view.ts';
import type { FormatName } from '#importers/importer.ts';

/** Code of the line that refuses a file for what it writes to. */
export const OUT_OF_SCOPE = 'out-of-scope';

/** What whoever sends a file may write; a fault is one sentence, and refuses the whole file. */
export interface WriteScope {
  formatFault(format: FormatName): string | undefined;
  /** `view` is the record before the file. */
  entryFault(entry: Entry, view: RecordView): string | undefined;
}

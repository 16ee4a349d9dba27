import { dayInWords } from '#core/time.ts';
import { importers } from '#importers/detect.ts';
import { loadSample } from '#server/imports/load-steps.ts';
import { sourcesUnder } from '#server/node/file-sources.ts';
import type { Store } from '#store/store.ts';

/**
 * Loads the sample company from its folder into a record that holds nothing yet, through the same
 * importers as a user's files. Answers with one line that says what was done.
 */
export async function loadSampleIfEmpty(store: Store, folder: string): Promise<string> {
  const load = await loadSample({ store, files: await sourcesUnder(['.'], folder), importers });
  switch (load.state) {
    case 'loaded': {
      const added = load.reports.reduce((sum, report) => sum + report.added + report.updated, 0);
      const until = load.asOf === undefined ? '' : `, whose record ends on ${dayInWords(load.asOf)}`;
      return `Loaded the sample company Halden Group${until}: ${load.reports.length} files, ${added.toLocaleString('en-US')} entries.`;
    }
    case 'present':
      return 'The sample company Halden Group is loaded; nothing was changed.';
    case 'own-record':
      return `The record stands at version ${await store.version()}; nothing was changed.`;
  }
}

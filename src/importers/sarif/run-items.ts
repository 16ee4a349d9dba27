import { isAfter, type When } from '#core/time.ts';
import type { ImportItem } from '#importers/importer.ts';
import { quoted } from '#importers/reading/place.ts';
import { note, rejected, repaired } from '#importers/reading/rejection.ts';
import { notFollowed } from '#importers/sarif/sarif-log.ts';
import type { SarifRun } from '#importers/sarif/sarif-run.ts';

/** What is to be said about a run apart from its results. `at` is the day of the import. */
export function itemsAbout(run: SarifRun, file: string, at: When): readonly ImportItem[] {
  const items: ImportItem[] = [];
  const place = `/runs/${run.index}`;
  const name = `Run ${run.index + 1} (${run.tool?.name ?? 'no tool named'})`;
  switch (run.results) {
    case 'missing':
      items.push(note(`${name} has no list of results: it did not scan, which is not the same as finding nothing.`));
      break;
    case 'not-a-list':
      items.push(rejected(file, {
        place: `${place}/results`, code: 'schema', reason: 'The results are not a list.', remedy: 'Run the tool again; nothing of this run is taken.',
      }));
      break;
    case 'list':
      if (run.staged.length === 0) items.push(note(`${name} reports no results. Findings on the record stay as they are.`));
      break;
  }
  if (run.succeeded === false) items.push(note(`${name} says that it did not succeed. What it found is taken, and nothing counts as gone.`));
  for (const index of run.unreadable) {
    items.push(rejected(file, { place: `${place}/results/${index}`, code: 'schema', reason: 'The result is not an object.', remedy: 'Run the tool again.' }));
  }
  for (const time of run.badTimes) {
    items.push(repaired(file, {
      place: `${place}/invocations`, code: 'time-format', reason: `${quoted(time)} is not a time; it is passed over.`, remedy: 'Correct the clock or the tool.',
    }));
  }
  if (run.scannedAt !== undefined && isAfter(run.scannedAt, at)) {
    items.push(repaired(file, {
      place: `${place}/invocations`, code: 'time-order',
      reason: `The scan says it ran on ${run.scannedAt}, after the day of the import; that day is taken.`,
      remedy: 'Check the clock of the machine that scans.',
    }));
  }
  if (run.hasExternalProperties) items.push(notFollowed(file, `${place}/externalPropertyFileReferences`));
  for (const rule of run.tool?.components.flat() ?? []) {
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec((rule.helpUri ?? '').replaceAll(/[\s\p{Cc}]/gu, ''))?.[1]?.toLowerCase();
    if (scheme === undefined || scheme === 'https' || scheme === 'http') continue;
    items.push(repaired(file, {
      place: `${place}/tool`, code: 'url-scheme', reason: `The help address of rule ${quoted(rule.id)} is a ${scheme}: address; it is not kept.`,
      remedy: 'Nothing needs to be done.',
    }));
  }
  return items;
}

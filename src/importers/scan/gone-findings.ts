import type { Finding } from '#core/record/entities.ts';
import { isAfter } from '#core/time.ts';
import { isSuddenSilence } from '#core/release/finding-life.ts';
import type { ImportItem } from '#importers/importer.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { inDigits, quoted } from '#importers/reading/place.ts';
import { note, repaired, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { count } from '#importers/reading/report-words.ts';
import { fixedIn } from '#importers/scan/held-findings.ts';
import type { SightingReading } from '#importers/scan/sighting-entries.ts';

/** A scan that was read to its end: `tool` as it stands in ids, `source` for people, `taken` the ids it gave. */
export type CompleteReading = Pick<SightingReading, 'context' | 'file' | 'tool' | 'source' | 'scope' | 'scannedAt' | 'taken' | 'origins'>;

/**
 * What a complete scan no longer finds: the open findings of the same tool, scope and service end on the day of the scan.
 * So many at once that a broken scanner is likelier are held for a person, and none ends. A report that does not say what
 * it covered ends nothing.
 */
export async function* goneFindings(reading: CompleteReading, services: readonly string[]): AsyncGenerator<ImportItem, void, undefined> {
  const { context, file, scope, scannedAt } = reading;
  if (scope === undefined) {
    yield note('The file does not say what it covered, so nothing that it does not list counts as gone.');
    return;
  }
  let before = 0;
  const missing = new Map<string, string[]>();
  for await (const { id, serviceId } of openIn(reading, services)) {
    before += 1;
    if (reading.taken.has(id)) continue;
    const ids = missing.get(serviceId);
    if (ids === undefined) missing.set(serviceId, [id]);
    else ids.push(id);
  }
  const gone = [...missing.values()].reduce((sum, ids) => sum + ids.length, 0);
  if (isSuddenSilence(before, gone, context.view.policy)) {
    yield repaired(file, {
      place: WHOLE_FILE, code: 'sudden-silence',
      reason: `Of ${inDigits(before)} open findings in ${quoted(scope)} the scan no longer finds ${inDigits(gone)}; so many at once are held for a person and none counts as fixed.`,
      remedy: 'Check that the scan ran as it should, and record what is fixed.',
    });
    for (const [serviceId, findingIds] of missing) yield { type: 'held', held: { place: WHOLE_FILE, tool: reading.source, serviceId, before, gone: findingIds.length, findingIds, scannedAt } };
    return;
  }
  const stamp = stampOf(context, file, 'documented');
  for await (const finding of openIn(reading, services)) {
    if (reading.taken.has(finding.id)) continue;
    yield { type: 'entry', entry: { kind: 'findings', entity: { ...finding, fixedAt: scannedAt, ...fixedIn(reading.origins.releaseOf(finding.serviceId), finding) }, stamp }, place: WHOLE_FILE };
  }
  for (const serviceId of services) {
    const release = reading.origins.completelyScanned(serviceId, reading.tool, scannedAt);
    if (release !== undefined) yield { type: 'entry', entry: { kind: 'releases', entity: release, stamp }, place: WHOLE_FILE };
  }
  if (gone > 0) yield note(`${count(gone, 'finding')} ${gone === 1 ? 'is' : 'are'} gone: a complete scan of ${quoted(scope)} no longer finds ${gone === 1 ? 'it' : 'them'}.`);
}

/** Open findings of the tool in the scope. One first seen after the scan was made is none the scan could have found. */
async function* openIn({ context, tool, scope, scannedAt }: CompleteReading, services: readonly string[]): AsyncGenerator<Finding, void, undefined> {
  for (const serviceId of services) {
    for await (const finding of context.openFindings?.(serviceId, `${serviceId}:${tool}:`) ?? []) {
      if (finding.scanScope === scope && !isAfter(finding.at, scannedAt)) yield finding;
    }
  }
}

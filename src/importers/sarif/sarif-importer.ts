import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { ServiceIndex } from '#importers/matching/services.ts';
import { faultOfFlaw } from '#importers/reading/flaw.ts';
import { inDigits } from '#importers/reading/place.ts';
import { note, refuse, rejected, repaired, type Fault } from '#importers/reading/rejection.ts';
import { DecisionBook } from '#importers/scan/decision-book.ts';
import { pickJson } from '#importers/scan/pick-json.ts';
import { ScanOrigins } from '#importers/scan/scan-origins.ts';
import { serviceOf } from '#importers/scan/scanned-service.ts';
import { itemsAbout } from '#importers/sarif/run-items.ts';
import { findingsOf } from '#importers/sarif/sarif-findings.ts';
import { SarifLog, sarifRules } from '#importers/sarif/sarif-log.ts';
import { SarifTally } from '#importers/sarif/sarif-tally.ts';

/**
 * Results of code scanners. A log is refused only where it cannot be parsed, names another version or no runs, or
 * where none of its runs can be put on a service; every other oddity is set right and listed.
 */
export const sarifImporter: Importer = {
  format: 'sarif',
  title: 'SARIF 2.1.0',
  specification: 'OASIS Static Analysis Results Interchange Format 2.1.0, errata 01',
  detects(start, name) {
    if (/"bomFormat"\s*:/.test(start)) return false;
    if (/^\s*\{/.test(start) && (/"runs"\s*:/.test(start) || /"\$schema"\s*:\s*"[^"]*sarif/i.test(start))) return true;
    return /\.sarif(\.json)?$/i.test(name);
  },
  read: readSarif,
};

async function* readSarif(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = source.name;
  const log = new SarifLog(file, context.spill);
  const pieces = pickJson(source, sarifRules, log);
  const services = new ServiceIndex(context.view);
  const decisions = new DecisionBook(context.view);
  const tally = new SarifTally();
  let unplaced: Fault | undefined;
  let isPlaced = false;
  try {
    for (;;) {
      const piece = await pieces.next();
      await log.settle();
      for (let run = log.finished[0]; run !== undefined; run = log.finished[0]) {
        tally.runs += 1;
        tally.results += run.staged.length;
        yield* itemsAbout(run, file, context.at);
        const isEmptyScan = context.completeScan === true && run.results === 'list';
        const service = run.staged.length === 0 && !isEmptyScan ? undefined : serviceOf(context, services, run.repositories, []);
        if (service?.type === 'service') {
          isPlaced = true;
          yield* findingsOf(run, { file, serviceId: service.id, context, decisions, tally, origins: new ScanOrigins(context, run.revisions) });
        } else if (service !== undefined) {
          const fault = { place: `/runs/${run.index}`, ...service.fault };
          unplaced ??= fault;
          yield rejected(file, { ...fault, reason: `${fault.reason} Its results, ${inDigits(run.staged.length)}, are not taken.` });
        }
        await run.staged.close();
        log.finished.shift();
      }
      if (piece.done !== true) continue;
      for (const flaw of piece.value) yield repaired(file, faultOfFlaw(flaw));
      break;
    }
  } finally {
    await log.close();
  }
  log.check();
  if (unplaced !== undefined && !isPlaced) refuse(file, unplaced);
  yield* log.items();
  for (const line of tally.lines()) yield note(line);
}

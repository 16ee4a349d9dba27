import type { Decision, Finding } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import type { Policy } from '#core/record/policy.ts';
import { TextSet } from '#core/text-set.ts';
import { isSuddenSilence } from '#core/release/finding-life.ts';
import type { ImportContext, ImportItem } from '#importers/importer.ts';
import { slug } from '#importers/matching/plain-name.ts';
import { definedOnly, stampOf } from '#importers/matching/stamp.ts';
import { inDigits, quoted } from '#importers/reading/place.ts';
import { limits } from '#importers/reading/limits.ts';
import { repaired } from '#importers/reading/rejection.ts';
import { storedText } from '#importers/reading/stored-text.ts';
import type { DecisionBook } from '#importers/scan/decision-book.ts';
import { FINDINGS_AT_A_TIME, findingAfterScan, heldFindings } from '#importers/scan/held-findings.ts';
import type { ScanOrigins } from '#importers/scan/scan-origins.ts';
import { goneFindings } from '#importers/scan/gone-findings.ts';
import { locationText, titleOf } from '#importers/scan/short-text.ts';
import { notAfter } from '#importers/scan/when-text.ts';
import { identityOf, LineOrder, type Identified } from '#importers/sarif/sarif-identity.ts';
import { locationInWords, type LocationReading } from '#importers/sarif/sarif-location.ts';
import { messageInWords } from '#importers/sarif/sarif-message.ts';
import type { SarifResult } from '#importers/sarif/sarif-result.ts';
import { RuleBook, type SarifRule } from '#importers/sarif/sarif-rules.ts';
import { reportsNothing, type SarifRun } from '#importers/sarif/sarif-run.ts';
import { sarifSeverity } from '#importers/sarif/sarif-severity.ts';
import type { SarifTally } from '#importers/sarif/sarif-tally.ts';

interface ReadResult extends Identified {
  rule: SarifRule | undefined;
  location: LocationReading;
}

export interface RunReading {
  file: string;
  serviceId: string;
  context: ImportContext;
  decisions: DecisionBook;
  tally: SarifTally;
  /** Where findings came from, by the commit the run names. */
  origins: ScanOrigins;
}

/** The findings of a run that was read to its end, with the decisions its suppressions carry. */
export async function* findingsOf(run: SarifRun, reading: RunReading): AsyncGenerator<ImportItem, void, undefined> {
  const { context, file, tally, serviceId } = reading;
  const rules = new RuleBook(run.tool);
  const order = await lineOrderOf(run, rules);
  const silence = silenceOf(run, context.view.policy);
  if (silence !== undefined) {
    yield repaired(file, {
      place: `/runs/${run.index}`, code: 'sudden-silence',
      reason: `Of ${inDigits(silence.before)} findings the scan no longer finds ${inDigits(silence.gone)}; so many at once are held for a person and none counts as fixed.`,
      remedy: 'Check that the scan ran as it should; findings that are gone for good are fixed one by one, or by a scan that finds the rest.',
    });
  }
  const prefix = `${serviceId}:${toolOf(run)}:`;
  const taken = new TextSet();
  const absentIds: string[] = [];
  const stamp = stampOf(context, file, 'documented');
  for await (const page of run.staged.pages(FINDINGS_AT_A_TIME)) {
    const results = page.filter((result) => !reportsNothing(result)).map((result) => readResult(result, run, rules));
    tally.nothingWrong += page.length - results.length;
    const keys = await Promise.all(results.map(identityOf));
    const ids = results.map(({ result }, index) => prefix + order.keyOf(keys[index] ?? '', result.location.line));
    const held = await heldFindings(context, [...new Set(ids)]);
    for (const [index, read] of results.entries()) {
      const id = ids[index] ?? '';
      const place = placeOf(run, read.result);
      for (const fault of faultsOf(read, rules)) yield repaired(file, { place, ...fault });
      if (!taken.add(id)) {
        tally.occurrences += 1;
        continue;
      }
      if (silence !== undefined && read.result.isAbsent && absentIds.length < limits.heldFindings) absentIds.push(id);
      const { entries, faults } = entriesOf(id, read, run, held.get(id), reading, silence !== undefined);
      for (const fault of faults) yield repaired(file, { place, ...fault });
      for (const entry of entries) yield { type: 'entry', entry: { ...entry, stamp }, place };
    }
  }
  tally.findings += taken.size;
  if (silence !== undefined) {
    const scannedAt = notAfter(run.scannedAt ?? context.at, context.at);
    yield { type: 'held', held: { place: `/runs/${run.index}`, tool: run.tool?.name ?? 'SARIF', serviceId, ...silence, findingIds: absentIds, scannedAt } };
  } else if (context.completeScan === true && run.succeeded !== false) {
    const scannedAt = notAfter(run.scannedAt ?? context.at, context.at);
    yield* goneFindings({ context, file, tool: toolOf(run), source: run.tool?.name ?? 'SARIF', scope: run.coverage, scannedAt, taken, origins: reading.origins }, [serviceId]);
  } else if (run.isFullScan) {
    const release = reading.origins.completelyScanned(serviceId, toolOf(run), notAfter(run.scannedAt ?? context.at, context.at));
    if (release !== undefined) yield { type: 'entry', entry: { kind: 'releases', entity: release, stamp }, place: `/runs/${run.index}` };
  }
}

/** How many findings of the scope there were and how many are gone, where that is so many at once that nothing is resolved. */
function silenceOf(run: SarifRun, policy: Policy): { before: number; gone: number } | undefined {
  if (!run.isFullScan) return undefined;
  const { absent: gone, there } = run;
  return isSuddenSilence(gone + there, gone, policy) ? { before: gone + there, gone } : undefined;
}

async function lineOrderOf(run: SarifRun, rules: RuleBook): Promise<LineOrder> {
  const order = new LineOrder();
  if (run.unnamed === 0) return order;
  for await (const page of run.staged.pages(FINDINGS_AT_A_TIME)) {
    const results = page
      .filter((result) => result.fingerprint === undefined && !reportsNothing(result))
      .map((result) => readResult(result, run, rules));
    const keys = await Promise.all(results.map(identityOf));
    for (const [index, { result }] of results.entries()) order.look(keys[index] ?? '', result.location.line);
  }
  return order;
}

function readResult(result: SarifResult, run: SarifRun, rules: RuleBook): ReadResult {
  const rule = rules.find(result.rule);
  const location = locationInWords(result.location, run.artifacts);
  return {
    result,
    rule,
    location,
    ruleId: result.rule.id ?? rule?.id ?? 'no-rule',
    file: location.file,
    message: messageInWords(result.message, rule, run.tool?.messages ?? new Map()),
  };
}

type ResultFault = { code: string; reason: string; remedy: string };

function faultsOf({ result, rule, location }: ReadResult, rules: RuleBook): readonly ResultFault[] {
  const faults: ResultFault[] = [];
  const fault = (code: string, reason: string, remedy: string): void => void faults.push({ code, reason, remedy });
  if (rules.dangles(result.rule)) {
    fault('dangling-reference', `Rule number ${result.rule.index} is not in the file.`, 'Export the rules with the results.');
  } else if (result.rule.id === undefined && rule === undefined) {
    fault('missing-rule', 'The result names no rule.', 'Update the tool; the finding is told from others by its message and place.');
  }
  if (location.fault !== undefined) fault(location.fault.code, location.fault.reason, 'Nothing needs to be done.');
  if (result.flowSteps > limits.flowSteps) {
    fault('flow-truncated', `The data flow of ${inDigits(result.flowSteps)} steps is not kept.`, 'Open the report of the tool to follow it.');
  }
  if (result.namesOwner) {
    fault('unknown-person', 'The result names an owner, which is not read: a scan does not say who decides.', 'Record the owner in the register.');
  }
  return faults;
}

interface ResultEntries {
  entries: readonly Entry[];
  faults: readonly ResultFault[];
}

function entriesOf(id: string, read: ReadResult, run: SarifRun, held: Finding | undefined, reading: RunReading, isHeld: boolean): ResultEntries {
  const { result, rule, location, ruleId, message } = read;
  const { context, tally } = reading;
  const scannedAt = notAfter(run.scannedAt ?? context.at, context.at);
  const severity = sarifSeverity(result, rule);
  if (result.isAbsent) tally.absent += 1;
  const isGone = result.isAbsent && run.isFullScan && !isHeld;
  if (isGone) tally.gone += 1;
  const finding = findingAfterScan(
    {
      id,
      serviceId: reading.serviceId,
      seenAt: notAfter(result.firstDetectedAt ?? scannedAt, scannedAt),
      scannedAt,
      severity: severity.severity,
      severityWord: severity.word === undefined ? undefined : storedText(severity.word).slice(0, 100),
      score: severity.score,
      title: titleOf(message),
      source: storedText(run.tool?.name ?? 'SARIF').slice(0, 100),
      externalId: ruleId === 'no-rule' ? undefined : storedText(ruleId).slice(0, 500),
      location: location.text,
      endLine: endLineOf(result.location),
      component: result.component === undefined ? undefined : locationText(result.component),
      defectClass: rule?.weakness,
      scanScope: run.coverage === undefined ? undefined : storedText(run.coverage).slice(0, 500),
      fixedAt: isGone ? scannedAt : undefined,
      isAbsent: result.isAbsent,
    },
    held,
    reading.origins,
  );
  const decision = decisionOf(id, result, reading);
  return {
    entries: [
      { kind: 'findings', entity: finding, stamp: {} },
      ...(decision === undefined ? [] : [{ kind: 'decisions' as const, entity: decision, stamp: {} }]),
    ],
    faults: severity.faults.map(({ code, field, value }) => ({
      code,
      reason: `The ${field}, ${quoted(String(value))}, is ${code === 'enum' ? 'not one that SARIF has' : 'no number from 0 to 10'}; it is passed over.`,
      remedy: 'Update the tool, or set the severity at the source.',
    })),
  };
}

/** A suppression hides nothing: the finding stays, and what was decided is recorded without a maker, whom SARIF does not name. */
function decisionOf(findingId: string, { suppressions }: SarifResult, { decisions, tally, context }: RunReading): Decision | undefined {
  if (suppressions.length === 0) return undefined;
  const accepted = suppressions.filter(({ isAccepted }) => isAccepted);
  if (accepted.length === 0) {
    tally.notAccepted += 1;
    return undefined;
  }
  tally.suppressed += 1;
  const id = `${findingId}:suppressed`;
  const why = accepted.flatMap(({ justification }) => justification ?? []).join(' · ');
  return definedOnly<Decision>({
    id,
    riskId: decisions.riskOf(findingId),
    kind: 'accept',
    at: decisions.heldAt(id) ?? context.at,
    rationale: why === '' ? undefined : storedText(why),
    findingId,
  });
}

function placeOf(run: SarifRun, result: SarifResult): string {
  return `/runs/${run.index}/results/${result.index}`;
}

/** The tool as it stands in the ids of its findings. */
function toolOf(run: SarifRun): string {
  return slug(run.tool?.name ?? 'sarif').slice(0, 24) || 'sarif';
}

/** The last line where it is another than the first: the rest says itself. */
function endLineOf({ line, endLine }: SarifResult['location']): number | undefined {
  return line !== undefined && endLine !== undefined && endLine > line ? endLine : undefined;
}

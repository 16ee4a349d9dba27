import type { Decision, Finding } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { TextSet } from '#core/text-set.ts';
import type { When } from '#core/time.ts';
import type { ImportContext, ImportItem } from '#importers/importer.ts';
import { stableHash } from '#importers/matching/stable-hash.ts';
import { definedOnly, stampOf } from '#importers/matching/stamp.ts';
import { quoted } from '#importers/reading/place.ts';
import { rejected, repaired } from '#importers/reading/rejection.ts';
import { storedText } from '#importers/reading/stored-text.ts';
import { affectedBy } from '#importers/cyclonedx/affected.ts';
import type { BomDocument } from '#importers/cyclonedx/bom-document.ts';
import type { BomTally } from '#importers/cyclonedx/bom-tally.ts';
import { commonName, type BomAnalysis, type BomVulnerability } from '#importers/cyclonedx/bom-vulnerability.ts';
import { purlOf } from '#importers/cyclonedx/purl.ts';
import type { DecisionBook } from '#importers/scan/decision-book.ts';
import { FINDINGS_AT_A_TIME, findingAfterScan, heldFindings } from '#importers/scan/held-findings.ts';
import { goneFindings } from '#importers/scan/gone-findings.ts';
import type { HeldByName } from '#importers/scan/held-by-name.ts';
import type { ScanOrigins } from '#importers/scan/scan-origins.ts';
import { locationText, titleOf } from '#importers/scan/short-text.ts';
import { vulnerabilityNames } from '#importers/scan/vulnerability-names.ts';
import { notAfter } from '#importers/scan/when-text.ts';

export interface BomReading {
  file: string;
  serviceId: string;
  context: ImportContext;
  decisions: DecisionBook;
  heldByName: HeldByName;
  tally: BomTally;
  origins: ScanOrigins;
}

/** One vulnerability in one component, in one or more versions of it. */
interface Sighting {
  name: string;
  component: string | undefined;
  identity: string;
  /** Listed by another document: a statement about what others found. */
  isElsewhere: boolean;
  vulnerabilities: BomVulnerability[];
}

/**
 * The findings of a document, one for each vulnerability and component, with the decisions its analyses carry. The rows
 * are walked twice: what several of them say of one finding waits for the last of them, everything else goes at once.
 */
export async function* findingsOf(document: BomDocument, reading: BomReading): AsyncGenerator<ImportItem, void, undefined> {
  const { context, file, tally } = reading;
  const taken = new TextSet();
  const seen = new TextSet();
  const several = new TextSet();
  for await (const page of document.vulnerabilities.pages(FINDINGS_AT_A_TIME)) {
    for (const vulnerability of page) {
      yield* faultsOf(vulnerability, file);
      for (const placed of placesOf(vulnerability, document, file)) {
        if (placed.isElsewhere) tally.elsewhere += 1;
        if (placed.item !== undefined) yield placed.item;
        if (placed.sighting === undefined || seen.add(keyOf(placed.sighting))) continue;
        several.add(keyOf(placed.sighting));
        tally.occurrences += 1;
      }
    }
  }
  tally.findings = seen.size;
  const joined = new Map<string, Sighting>();
  for await (const page of document.vulnerabilities.pages(FINDINGS_AT_A_TIME)) {
    const single: Sighting[] = [];
    for (const { sighting } of page.flatMap((vulnerability) => placesOf(vulnerability, document, file))) {
      if (sighting === undefined) continue;
      const key = keyOf(sighting);
      const held = joined.get(key);
      if (held !== undefined) held.vulnerabilities.push(...sighting.vulnerabilities);
      else if (several.has(key)) joined.set(key, sighting);
      else single.push(sighting);
    }
    yield* entriesOfPages(single, document, reading, taken);
  }
  yield* entriesOfPages([...joined.values()], document, reading, taken);
  if (context.completeScan !== true) return;
  const scannedAt = notAfter(document.timestamp ?? context.at, context.at);
  yield* goneFindings({ context, file, tool: 'cyclonedx', source: sourceOf(document), scope: scopeOf(document), scannedAt, taken, origins: reading.origins }, [reading.serviceId]);
}

async function* entriesOfPages(all: readonly Sighting[], document: BomDocument, reading: BomReading, taken: TextSet): AsyncGenerator<ImportItem, void, undefined> {
  const { context, file } = reading;
  const stamp = stampOf(context, file, 'documented');
  for (let from = 0; from < all.length; from += FINDINGS_AT_A_TIME) {
    const page = all.slice(from, from + FINDINGS_AT_A_TIME);
    const ids = await Promise.all(page.map((sighting) => idOf(sighting, reading.serviceId)));
    const held = await heldFindings(context, ids);
    for (const id of ids) taken.add(id);
    for (const [index, sighting] of page.entries()) {
      const id = ids[index] ?? '';
      for (const entry of entriesOf(id, sighting, document, held.get(id), reading)) {
        yield { type: 'entry', entry: { ...entry, stamp }, place: pointer(sighting.vulnerabilities[0]) };
      }
    }
  }
}

/** `shop:cyclonedx:CVE-2021-44228:1f2e3d4c5b`: the same for every version of the component. */
async function idOf({ name, identity }: Sighting, serviceId: string): Promise<string> {
  const hash = await stableHash(`${name}\n${identity}`);
  return `${serviceId}:cyclonedx:${name.replaceAll(/[^\w.-]+/g, '-').slice(0, 60)}:${hash.slice(0, 10)}`;
}

/** What a vulnerability says of one component: a sighting, something to tell, or both. */
interface Placed {
  sighting: Sighting | undefined;
  item: ImportItem | undefined;
  isElsewhere: boolean;
}

function placesOf(vulnerability: BomVulnerability, document: BomDocument, file: string): readonly Placed[] {
  const name = commonName(vulnerability);
  if (name === undefined) {
    return [{ sighting: undefined, isElsewhere: false, item: rejected(file, { place: pointer(vulnerability), code: 'id-missing', reason: 'The vulnerability has no id.', remedy: 'Export it with its CVE or advisory id.' }) }];
  }
  const shared = { name, isElsewhere: document.components === 0, vulnerabilities: [vulnerability] };
  if (vulnerability.affects.length === 0) return [{ sighting: { ...shared, component: undefined, identity: '' }, item: undefined, isElsewhere: false }];
  return vulnerability.affects.map((ref, index) => {
    const at = `${pointer(vulnerability)}/affects/${index}`;
    const affected = affectedBy(ref, document);
    if (affected.fault === 'out-of-scope') {
      const item = rejected(file, {
        place: at, code: 'out-of-scope',
        reason: `${quoted(ref)} is a component of another document, of which this one has no say.`,
        remedy: 'Import the statement from the document that lists the component.',
      });
      return { sighting: undefined, item, isElsewhere: false };
    }
    const dangling = affected.fault !== 'dangling' ? undefined : repaired(file, {
      place: at, code: 'dangling-reference', reason: `${quoted(ref)} is no component of the document; it is kept as text.`, remedy: 'Export components and vulnerabilities together.',
    });
    return {
      sighting: { ...shared, component: affected.component, identity: affected.identity, vulnerabilities: [vulnerability] },
      item: dangling, isElsewhere: affected.isElsewhere,
    };
  });
}

function keyOf({ name, identity }: Sighting): string {
  return `${name}\n${identity}`;
}

function* faultsOf(vulnerability: BomVulnerability, file: string): Generator<ImportItem, void, undefined> {
  for (const { code, value } of vulnerability.rating.faults) {
    const reason = code === 'enum' ? `The severity ${quoted(value)} is not one that is known; it is passed over.` : `The score ${quoted(value)} is not between 0 and 10; it is passed over.`;
    yield repaired(file, { place: `${pointer(vulnerability)}/ratings`, code, reason, remedy: 'Correct it at the source.' });
  }
  const state = vulnerability.analysis?.unknownState;
  if (state === undefined) return;
  yield repaired(file, {
    place: `${pointer(vulnerability)}/analysis`, code: 'enum', reason: `The state ${quoted(state)} is not one that CycloneDX has; the finding stays open.`, remedy: 'Correct it at the source.',
  });
}

function entriesOf(
  id: string,
  sighting: Sighting,
  document: BomDocument,
  held: Finding | undefined,
  reading: BomReading,
): readonly Entry[] {
  const { context, tally, serviceId } = reading;
  const vulnerability = leastSettled(sighting.vulnerabilities);
  if (vulnerability === undefined) return [];
  const { analysis, rating } = vulnerability;
  const scannedAt = notAfter(document.timestamp ?? context.at, context.at);
  const aliases = vulnerabilityNames([sighting.name, ...vulnerability.names]).aliases.filter((name) => name !== sighting.name);
  const linked = sighting.isElsewhere && (isResolved(analysis) || isSetAside(analysis)) ? linkedFindings(sighting, aliases, reading) : [];
  if (linked.length > 0) return linked.flatMap((findingId) => decisionEntries(findingId, analysis, document.timestamp, reading));
  const isFixed = isResolved(analysis);
  if (isFixed) tally.resolved += 1;
  const finding = findingAfterScan(
    {
      id,
      serviceId,
      seenAt: notAfter(analysis?.firstIssued ?? scannedAt, scannedAt),
      scannedAt,
      severity: rating.severity,
      severityWord: rating.word === undefined ? undefined : storedText(rating.word).slice(0, 100),
      score: rating.score,
      title: vulnerability.title ?? titleOf(sighting.name),
      source: sourceOf(document),
      scanScope: scopeOf(document),
      externalId: storedText(sighting.name).slice(0, 500),
      location: undefined,
      component: sighting.component === undefined ? undefined : locationText(sighting.component),
      defectClass: vulnerability.weakness,
      aliases: aliases.map(storedText),
      publishedAt: vulnerability.publishedAt,
      fixedAt: isFixed ? notAfter(analysis?.lastUpdated ?? scannedAt, context.at) : undefined,
      isAbsent: false,
    },
    held,
    reading.origins,
  );
  return [{ kind: 'findings', entity: finding, stamp: {} }, ...decisionEntries(id, analysis, document.timestamp, reading)];
}

/** What other sources found of it on the service: a statement about it belongs there, and adds no finding. */
function linkedFindings({ name, component }: Sighting, aliases: readonly string[], { heldByName, serviceId, tally }: BomReading): readonly string[] {
  const found = heldByName.on(serviceId, [name, ...aliases], component).filter(({ id }) => !id.startsWith(`${serviceId}:cyclonedx:`));
  tally.linked += found.length;
  return found.map(({ id }) => id);
}

/** Where versions of one component are analysed apart, the one with most left to do speaks for all. */
function leastSettled(vulnerabilities: readonly BomVulnerability[]): BomVulnerability | undefined {
  return (
    vulnerabilities.find(({ analysis }) => !isResolved(analysis) && !isSetAside(analysis)) ??
    vulnerabilities.find(({ analysis }) => !isResolved(analysis)) ??
    vulnerabilities[0]
  );
}

function isResolved(analysis: BomAnalysis | undefined): boolean {
  return analysis?.state === 'resolved' || analysis?.state === 'resolved_with_pedigree';
}

/** Said not to matter, or not to be fixed: that is a decision about risk, whoever wrote it. */
function isSetAside(analysis: BomAnalysis | undefined): boolean {
  if (analysis === undefined || isResolved(analysis)) return false;
  return analysis.state === 'not_affected' || analysis.state === 'false_positive' || analysis.refusesFix;
}

/** VEX states no decider; the decision is recorded without one. What is resolved was decided and carried out. */
function decisionEntries(findingId: string, analysis: BomAnalysis | undefined, timestamp: When | undefined, reading: BomReading): readonly Entry[] {
  const { decisions, tally, context } = reading;
  const isDone = isResolved(analysis);
  if (analysis === undefined || (!isDone && !isSetAside(analysis))) return [];
  if (!isDone) tally.setAside += 1;
  const id = `${findingId}:vex`;
  const at = notAfter(analysis.lastUpdated ?? analysis.firstIssued ?? decisions.heldAt(id) ?? timestamp ?? context.at, context.at);
  const decision = definedOnly<Decision>({
    id,
    riskId: decisions.riskOf(findingId),
    kind: isDone ? 'mitigate' : 'accept',
    at,
    implementedAt: isDone ? at : undefined,
    rationale: analysis.why === undefined || analysis.why === '' ? undefined : storedText(analysis.why),
    findingId,
  });
  return [{ kind: 'decisions', entity: decision, stamp: {} }];
}

function pointer(vulnerability: BomVulnerability | undefined): string {
  return `/vulnerabilities/${vulnerability?.index ?? 0}`;
}

function sourceOf({ tool }: BomDocument): string {
  return storedText(tool ?? 'CycloneDX').slice(0, 100);
}

/** What the document lists the vulnerabilities of, in every version of it. */
function scopeOf({ subject }: BomDocument): string | undefined {
  const purl = subject?.purl === undefined ? undefined : purlOf(subject.purl)?.unversioned;
  const name = subject?.group === undefined ? subject?.name : `${subject.group}/${subject.name ?? ''}`;
  const scope = purl ?? name;
  return scope === undefined ? undefined : storedText(scope).slice(0, 500);
}

import type { Decision, Finding, Person, Severity } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import type { TextSet } from '#core/text-set.ts';
import { sightingOf } from '#core/release/finding-life.ts';
import type { When } from '#core/time.ts';
import type { ImportContext, ImportItem } from '#importers/importer.ts';
import type { PeopleIndex } from '#importers/matching/people.ts';
import { settlePerson } from '#importers/matching/settle-person.ts';
import { stableHash } from '#importers/matching/stable-hash.ts';
import { definedOnly, stampOf } from '#importers/matching/stamp.ts';
import { quoted } from '#importers/reading/place.ts';
import { repaired } from '#importers/reading/rejection.ts';
import { storedText } from '#importers/reading/stored-text.ts';
import type { DecisionBook } from '#importers/scan/decision-book.ts';
import type { HeldByName } from '#importers/scan/held-by-name.ts';
import { findingAfterScan, heldFindings } from '#importers/scan/held-findings.ts';
import type { ReportTally } from '#importers/scan/report-tally.ts';
import { publishedOn } from '#importers/scan/published.ts';
import type { ScanOrigins } from '#importers/scan/scan-origins.ts';
import { severityOfScore, severityOfWord } from '#importers/scan/severity.ts';
import { locationText, titleOf } from '#importers/scan/short-text.ts';
import type { Sighting, StatedDecision } from '#importers/scan/sighting.ts';
import { vulnerabilityNames, type VulnerabilityNames } from '#importers/scan/vulnerability-names.ts';
import { notAfter } from '#importers/scan/when-text.ts';

/** What every page of one report shares. */
export interface SightingReading {
  file: string;
  /** Stands in the ids. */
  tool: string;
  /** Who found it, for people. */
  source: string;
  scannedAt: When;
  /** What the report covers, where it says. */
  scope: string | undefined;
  context: ImportContext;
  decisions: DecisionBook;
  people: PeopleIndex;
  heldByName: HeldByName;
  origins: ScanOrigins;
  tally: ReportTally;
  /** Ids this report has given already. */
  taken: TextSet;
}

/** A finding of a report on the service it is about. */
export interface PlacedSighting {
  serviceId: string;
  sighting: Sighting;
}

interface Named extends PlacedSighting {
  id: string;
  names: VulnerabilityNames;
}

/** The entries of some rows, at most as many as are looked up at a time: findings, and the decisions the rows carry. */
export async function* entriesOfSightings(placed: readonly PlacedSighting[], reading: SightingReading): AsyncGenerator<ImportItem, void, undefined> {
  const { context, file, tally, taken } = reading;
  const rows = await Promise.all(placed.map((row) => named(row, reading.tool)));
  const held = await heldFindings(context, [...new Set(rows.map(({ id }) => id))]);
  const stamp = stampOf(context, file, 'documented');
  for (const row of rows) {
    const { place } = row.sighting;
    const linked = row.sighting.isStatement === true ? linkedFindings(row, reading) : [];
    if (linked.length === 0 && taken.has(row.id)) {
      tally.occurrences += 1;
      continue;
    }
    const entries: Entry[] = [];
    if (linked.length === 0) {
      taken.add(row.id);
      const { finding, fault } = findingOf(row, held.get(row.id), reading);
      if (fault !== undefined) yield repaired(file, { place, code: 'enum', ...fault });
      entries.push({ kind: 'findings', entity: finding, stamp: {} });
    }
    for (const findingId of linked.length === 0 ? [row.id] : linked) {
      for (const stated of [row.sighting.decision, row.sighting.otherDecision]) entries.push(...decisionEntries(findingId, stated, reading));
    }
    for (const entry of entries) yield { type: 'entry', entry: { ...entry, stamp }, place };
  }
}

/** `shop:trivy:CVE-2021-44228:1f2e3d4c5b` */
async function named(row: PlacedSighting, tool: string): Promise<Named> {
  const names = vulnerabilityNames(row.sighting.names);
  const hash = await stableHash([names.common ?? '', ...row.sighting.identity.map((part) => part ?? '')].join('\n'));
  const shown = (names.common ?? 'unnamed').replaceAll(/[^\w.-]+/g, '-').slice(0, 60);
  return { ...row, names, id: `${row.serviceId}:${tool}:${shown}:${hash.slice(0, 10)}` };
}

/** What a statement is about, where other sources found it: never its own findings, which it would then not update. */
function linkedFindings({ sighting, serviceId, names }: Named, { heldByName, tally, tool }: SightingReading): readonly string[] {
  const all = names.common === undefined ? [] : [names.common, ...names.aliases];
  const own = `${serviceId}:${tool}:`;
  const found = heldByName.on(serviceId, all, sighting.component).filter(({ id }) => !id.startsWith(own));
  tally.linked += found.length;
  return found.map(({ id }) => id);
}

function findingOf({ id, serviceId, names, sighting }: Named, held: Finding | undefined, reading: SightingReading): {
  finding: Finding;
  fault: { reason: string; remedy: string } | undefined;
} {
  const { scannedAt, context, tally } = reading;
  const { severityWord: word, score } = sighting;
  const stated = word === undefined ? undefined : severityOfWord(word);
  const severity: Severity = stated ?? (score === undefined ? 'unknown' : severityOfScore(score));
  if (sighting.fixedAt !== undefined) tally.fixed += 1;
  if (sighting.exploited === true) tally.exploited += 1;
  tally.findings += 1;
  const finding = findingAfterScan(
    {
      id,
      serviceId,
      seenAt: notAfter(sighting.firstSeenAt ?? scannedAt, scannedAt),
      scannedAt,
      severity,
      severityWord: word === undefined ? undefined : storedText(word).slice(0, 100),
      score,
      title: titleOf(sighting.title ?? names.common ?? 'Finding without a name'),
      source: storedText(reading.source).slice(0, 100),
      externalId: names.common === undefined ? undefined : storedText(names.common),
      aliases: names.aliases.map(storedText),
      location: sighting.location === undefined ? undefined : locationText(sighting.location),
      endLine: sighting.endLine,
      component: sighting.component === undefined ? undefined : locationText(sighting.component),
      defectClass: sighting.weakness,
      exploited: sighting.exploited,
      scanScope: reading.scope === undefined ? undefined : storedText(reading.scope).slice(0, 500),
      fixedAt: sighting.fixedAt === undefined ? undefined : notAfter(sighting.fixedAt, context.at),
      publishedAt: publishedOn(sighting.publishedAt, names.common),
      isAbsent: false,
    },
    held,
    reading.origins,
  );
  tally.sight(sightingOf(held, finding));
  const isUnknownWord = word !== undefined && stated === undefined;
  return {
    finding,
    fault: isUnknownWord ? { reason: `The severity ${quoted(word)} is not one that is known; the word is kept.`, remedy: 'Correct it at the source.' } : undefined,
  };
}

/** A decision hides nothing: the finding stays. Without a date it keeps the day it was first read. */
function decisionEntries(findingId: string, stated: StatedDecision | undefined, reading: SightingReading): readonly Entry[] {
  if (stated === undefined) return [];
  const { context, decisions, people, tally } = reading;
  const id = `${findingId}:${stated.word}`;
  const maker = stated.by === undefined ? undefined : settlePerson(people.match(stated.by), tally);
  if (maker === undefined) tally.decisionsWithout += 1;
  else tally.decisionsWithMaker += 1;
  const at = notAfter(stated.at ?? decisions.heldAt(id) ?? context.at, context.at);
  const decision = definedOnly<Decision>({
    id,
    riskId: decisions.riskOf(findingId),
    kind: stated.kind,
    byId: maker?.id,
    at,
    expiresAt: stated.expiresAt,
    implementedAt: stated.isDone === true ? at : undefined,
    rationale: stated.why === undefined || stated.why.trim() === '' ? undefined : storedText(stated.why),
    findingId,
  });
  const persons = (maker?.persons ?? []).map((entity: Person): Entry => ({ kind: 'persons', entity, stamp: {} }));
  return [...persons, { kind: 'decisions', entity: decision, stamp: {} }];
}

import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { count } from '#importers/reading/report-words.ts';
import { ServiceIndex } from '#importers/matching/services.ts';
import { faultOfFlaw } from '#importers/reading/flaw.ts';
import { quoted } from '#importers/reading/place.ts';
import { note, refuse, rejected, repaired, WHOLE_FILE } from '#importers/reading/rejection.ts';
import { readStart } from '#importers/reading/text.ts';
import { BomDocument, bomRules } from '#importers/cyclonedx/bom-document.ts';
import { findingsOf } from '#importers/cyclonedx/bom-findings.ts';
import { BomTally } from '#importers/cyclonedx/bom-tally.ts';
import { purlOf, repositoryOfPurl } from '#importers/cyclonedx/purl.ts';
import { DecisionBook } from '#importers/scan/decision-book.ts';
import { HeldByName } from '#importers/scan/held-by-name.ts';
import { pickJson } from '#importers/scan/pick-json.ts';
import { ScanOrigins } from '#importers/scan/scan-origins.ts';
import { serviceOf, type ServiceChoice } from '#importers/scan/scanned-service.ts';

/**
 * Component lists with vulnerabilities, and VEX documents, in JSON. Versions 1.5 to 1.7 are meant; 1.2 to 1.4 are read
 * alike, since the fields that are read have not changed since they came. A document without vulnerabilities is
 * an inventory and says nothing about them.
 */
export const cyclonedxImporter: Importer = {
  format: 'cyclonedx',
  title: 'CycloneDX 1.2 to 1.7 (JSON)',
  linksFindings: true,
  specification: 'ECMA-424, CycloneDX Bill of Materials 1.7',
  detects(start, name) {
    if (/^\s*\{/.test(start) && (/"bomFormat"\s*:/.test(start) || /"\$schema"\s*:\s*"[^"]*cyclonedx/i.test(start))) return true;
    if (isXml(start)) return /cyclonedx\.org\/schema\/bom/i.test(start);
    return /(\.cdx\.(json|xml)|\.cyclonedx(\.json)?|(^|\/)bom\.json)$/i.test(name);
  },
  read: readCyclonedx,
};

async function* readCyclonedx(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = source.name;
  if (isXml((await readStart(source)).text)) refuseXml(file);
  const document = new BomDocument(file, context.spill);
  try {
    const pieces = pickJson(source, bomRules, document);
    let piece = await pieces.next();
    while (piece.done !== true) {
      await document.vulnerabilities.settle();
      piece = await pieces.next();
    }
    document.check();
    for (const flaw of piece.value) yield repaired(file, faultOfFlaw(flaw));
    yield* itemsAbout(document, file);
    const tally = new BomTally();
    tally.components = document.components;
    tally.vulnerabilities = document.vulnerabilities.length;
    const isEmptyScan = context.completeScan === true && document.vulnerabilityList === 'list';
    if (document.vulnerabilities.length > 0 || isEmptyScan) {
      const service = subjectOf(document, context);
      if (service.type === 'unknown') refuse(file, { place: '/metadata/component', ...service.fault });
      yield* findingsOf(document, { file, serviceId: service.id, context, decisions: new DecisionBook(context.view), heldByName: new HeldByName(context.view), tally, origins: new ScanOrigins(context, [document.subject?.version]) });
    }
    for (const line of tally.lines()) yield note(line);
  } finally {
    await document.vulnerabilities.close();
  }
}

/** The service the document is about: by its repository, its package URL or its name. */
function subjectOf(document: BomDocument, context: ImportContext): ServiceChoice {
  const { subject } = document;
  const purl = subject?.purl === undefined ? undefined : purlOf(subject.purl);
  const repository = purl === undefined ? undefined : repositoryOfPurl(purl);
  const names = [subject?.name, subject?.group === undefined ? undefined : `${subject.group}/${subject.name ?? ''}`, purl?.name];
  return serviceOf(
    context,
    new ServiceIndex(context.view),
    [...(repository === undefined ? [] : [repository]), ...(subject?.repositories ?? [])],
    [...new Set(names.filter((name) => name !== undefined))],
  );
}

function* itemsAbout(document: BomDocument, file: string): Generator<ImportItem, void, undefined> {
  const { specVersion, components, vulnerabilityList, badTimestamp, purlsWithHost } = document;
  if (specVersion === undefined) {
    yield repaired(file, { place: WHOLE_FILE, code: 'version', reason: 'The document names no version; it was read as 1.7.', remedy: 'Update the tool that wrote it.' });
  } else if (['1.2', '1.3', '1.4'].includes(specVersion)) yield note(`CycloneDX ${specVersion} is older than 1.5 and is read alike.`);
  if (badTimestamp !== undefined) {
    yield repaired(file, { place: '/metadata/timestamp', code: 'time-format', reason: `${quoted(badTimestamp)} is not a time; it is passed over.`, remedy: 'Correct the clock or the tool.' });
  }
  if (purlsWithHost > 0) {
    yield repaired(file, { place: '/components', code: 'purl', reason: `${count(purlsWithHost, 'package URL names', 'package URLs name')} another host, which is kept as text and never opened.`, remedy: 'Nothing needs to be done.' });
  }
  if (document.badPurls > 0) {
    yield repaired(file, { place: '/components', code: 'purl', reason: `${count(document.badPurls, 'package URL is', 'package URLs are')} none; the text is kept.`, remedy: 'Correct the tool that wrote them.' });
  }
  if (document.repeatedRefs > 0) {
    yield repaired(file, { place: '/components', code: 'duplicate-id', reason: `${count(document.repeatedRefs, 'component has', 'components have')} the bom-ref of another; the last one answers to it.`, remedy: 'Give every component its own bom-ref.' });
  }
  const dangling = [...document.dependencyRefs].filter((ref) => !document.knows(ref));
  if (dangling.length > 0) {
    yield repaired(file, {
      place: '/dependencies', code: 'dangling-reference',
      reason: `${count(dangling.length, 'dependency names', 'dependencies name')} no component of the document: ${dangling.slice(0, 5).map(quoted).join(', ')}. Dependencies are not read.`,
      remedy: 'Export components and dependencies together.',
    });
  }
  for (const index of document.unreadable) {
    yield rejected(file, { place: `/vulnerabilities/${index}`, code: 'schema', reason: 'The vulnerability is not an object.', remedy: 'Export it again.' });
  }
  switch (vulnerabilityList) {
    case undefined:
      yield note(`An inventory of ${count(components, 'component')} without a list of vulnerabilities: it says nothing about them.`);
      break;
    case 'list':
      if (document.vulnerabilities.length === 0) yield note('The list of vulnerabilities is empty. Findings on the record stay as they are.');
      break;
    case 'object':
    case 'scalar':
      yield rejected(file, { place: '/vulnerabilities', code: 'schema', reason: 'The vulnerabilities are not a list.', remedy: 'Export it again.' });
      break;
  }
}

function isXml(start: string): boolean {
  return /^\s*<(\?xml|!DOCTYPE bom|bom\b)/i.test(start);
}

/** There is no XML parser in the product, so no entity of a file is ever resolved. */
function refuseXml(file: string): never {
  return refuse(file, {
    place: WHOLE_FILE, code: 'xml-not-supported', reason: 'The document is XML.',
    remedy: 'Convert it first: cyclonedx convert --input-file bom.xml --output-file bom.json.',
  });
}

import type { When } from '#core/time.ts';
import { quoted } from '#importers/reading/place.ts';
import type { CsafProducts } from '#importers/csaf/csaf-products.ts';
import { listOf, numberOf, objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { decidedByNobodyNamed, sighting, type ReportRow, type StatedDecision } from '#importers/scan/sighting.ts';
import { weaknessName } from '#importers/scan/vulnerability-names.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** What the statements of one document share. */
export interface CsafDocument {
  products: CsafProducts;
  statedBy: string | undefined;
  since: When | undefined;
  at: When | undefined;
}

type Standing = 'open' | 'not-affected' | 'fixed' | 'will-not-fix';

/** Lists of `product_status` (CSAF 2.0, 3.2.3.9). `recommended` says nothing about the vulnerability. */
const statusLists: readonly (readonly [string, Standing])[] = [
  ['known_not_affected', 'not-affected'], ['fixed', 'fixed'], ['first_fixed', 'fixed'],
  ['known_affected', 'open'], ['first_affected', 'open'], ['last_affected', 'open'], ['under_investigation', 'open'],
];

/** One row for each product a vulnerability is said to have a status in. */
export function* csafStatements(row: LooseObject, place: string, document: CsafDocument): Generator<ReportRow, void, undefined> {
  const names = [textOf(row['cve']), ...objectsOf(row['ids']).map((id) => textOf(id['text']))];
  if (names.every((name) => name === undefined)) {
    yield { type: 'rejected', fault: { place, code: 'id-missing', reason: 'The vulnerability has no CVE and no other id.', remedy: 'Name it by its CVE or advisory id.' } };
    return;
  }
  const statuses = objectOf(row['product_status']);
  for (const [list, standing] of statusLists) {
    for (const product of listOf(statuses?.[list]).flatMap((id) => textOf(id) ?? [])) {
      const component = document.products.get(product);
      if (component === undefined) {
        yield { type: 'repaired', fault: { place: `${place}/product_status/${list}`, code: 'dangling-reference', reason: `${quoted(product)} is no product of the document; it is kept as text.`, remedy: 'Export the product tree with it.' } };
      }
      yield productRow(row, `${place}/product_status/${list}`, names, product, component ?? product, refusesFix(row, product) ? 'will-not-fix' : standing, document);
    }
  }
}

function productRow(
  row: LooseObject,
  place: string,
  names: readonly (string | undefined)[],
  product: string,
  component: string,
  standing: Standing,
  { since, at, statedBy }: CsafDocument,
): ReportRow {
  const score = scoreOf(row, product);
  const decision = decisionOf(row, product, standing, statedBy, at);
  return sighting({
    place,
    identity: [component],
    names,
    title: textOf(row['title']),
    severityWord: score?.word,
    score: score?.base,
    component,
    weakness: weaknessName(objectOf(row['cwe'])?.['id']) ?? objectsOf(row['cwes']).map((each) => weaknessName(each['id'])).find((weakness) => weakness !== undefined),
    firstSeenAt: since,
    publishedAt: whenOf(row['release_date']),
    fixedAt: standing === 'fixed' ? at : undefined,
    decision,
    isStatement: decision !== undefined,
  });
}

function decisionOf(row: LooseObject, product: string, standing: Standing, statedBy: string | undefined, at: When | undefined): StatedDecision | undefined {
  if (standing === 'open') return undefined;
  const about = (each: LooseObject): boolean => listOf(each['product_ids']).includes(product) || each['product_ids'] === undefined;
  const flags = objectsOf(row['flags']).filter(about).flatMap((flag) => textOf(flag['label']) ?? []);
  const threats = objectsOf(row['threats']).filter((each) => about(each) && each['category'] === 'impact').flatMap((threat) => textOf(threat['details']) ?? []);
  const fixes = objectsOf(row['remediations']).filter(about).flatMap((remedy) => textOf(remedy['details']) ?? []);
  const stated = statedBy === undefined ? [] : [`stated by ${statedBy}`];
  const why = [standing, ...flags, ...threats, ...(standing === 'not-affected' ? [] : fixes), ...stated].join(' · ');
  const decision = decidedByNobodyNamed(`csaf-${standing}`, standing === 'fixed' ? 'mitigate' : 'accept', why, at);
  return standing === 'fixed' ? { ...decision, isDone: true } : decision;
}

/** The vendor says that it will not or cannot fix the product: somebody has to live with it. */
function refusesFix(row: LooseObject, product: string): boolean {
  return objectsOf(row['remediations']).some((remedy) => remedy['category'] === 'no_fix_planned' && listOf(remedy['product_ids']).includes(product));
}

/** CVSS for the product: 4 before 3 before 2, in the places of CSAF 2.0 and 2.1. */
function scoreOf(row: LooseObject, product: string): { base: number | undefined; word: string | undefined } | undefined {
  const sets = [...objectsOf(row['scores']), ...objectsOf(row['metrics'])].filter((set) => listOf(set['products']).includes(product));
  for (const version of ['cvss_v4', 'cvss_v3', 'cvss_v2']) {
    for (const set of sets) {
      const cvss = objectOf(set[version]) ?? objectOf(objectOf(set['content'])?.[version]);
      const base = numberOf(cvss?.['baseScore']);
      if (cvss !== undefined) return { base: base !== undefined && base >= 0 && base <= 10 ? base : undefined, word: textOf(cvss['baseSeverity']) };
    }
  }
  return undefined;
}

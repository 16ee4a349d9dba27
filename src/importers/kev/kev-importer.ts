import type { Evidence } from '#core/record/entities.ts';
import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { beginsAs, either, has } from '#importers/detection/outline-test.ts';
import { kevFromCsv, kevFromJson, type KnownExploited } from '#importers/kev/kev-rows.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { note, rejected, repaired } from '#importers/reading/rejection.ts';
import { count } from '#importers/reading/report-words.ts';
import { readStart } from '#importers/reading/text.ts';
import { DecisionBook } from '#importers/scan/decision-book.ts';
import { HeldByName } from '#importers/scan/held-by-name.ts';
import { notAfter } from '#importers/scan/when-text.ts';

/**
 * The CISA catalog of known exploited vulnerabilities. Every finding on the record that goes by one of its CVEs becomes
 * exploited, and the risk that links it gets a statement of evidence. A vulnerability nobody found adds nothing; nothing
 * of it is money.
 */
export const kevImporter: Importer = {
  format: 'kev',
  title: 'CISA Known Exploited Vulnerabilities (JSON, CSV)',
  specification: 'CISA KEV catalog schema 1.1',
  linksFindings: true,
  detects: (start) => beginsAs(start, either(has('catalogVersion', 'vulnerabilities'), has('vulnerabilities.[].cveID', 'vulnerabilities.[].dateAdded'))) || /^\ufeff?"?cveID"?,"?vendorProject/i.test(start),
  read: readKev,
};

async function* readKev(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = source.name;
  const isJson = /^\s*[[{]/.test((await readStart(source)).text);
  const held = new HeldByName(context.view);
  const risks = new DecisionBook(context.view);
  const stamp = stampOf(context, file, 'documented');
  const tally = { rows: 0, findings: 0, known: 0, evidence: 0 };
  for await (const item of isJson ? kevFromJson(source) : kevFromCsv(source)) {
    if (item.type !== 'row') {
      yield item.type === 'rejected' ? rejected(file, item.fault) : repaired(file, item.fault);
      continue;
    }
    tally.rows += 1;
    const { row } = item;
    const linked = new Set<string>();
    for (const finding of held.named(row.cve)) {
      const risk = risks.linkedRisk(finding.id);
      if (risk !== undefined) linked.add(risk);
      if (finding.exploited === true) tally.known += 1;
      else {
        tally.findings += 1;
        yield { type: 'entry', entry: { kind: 'findings', entity: { ...finding, exploited: true }, stamp }, place: row.place };
      }
    }
    for (const riskId of linked) {
      tally.evidence += 1;
      yield { type: 'entry', entry: { kind: 'evidence', entity: evidenceOf(row, riskId, context), stamp }, place: row.place };
    }
  }
  yield note(`${count(tally.rows, 'vulnerability', 'vulnerabilities')} in the catalog: ${count(tally.findings, 'finding')} on the record ${tally.findings === 1 ? 'becomes' : 'become'} exploited, ${tally.known} already said so.`);
  if (tally.evidence > 0) yield note(`${count(tally.evidence, 'statement')} of evidence on risks that link such a finding.`);
  yield note('Findings that arrive later are compared when the catalog is imported again.');
}

function evidenceOf({ cve, name, addedAt, ransomware }: KnownExploited, riskId: string, context: ImportContext): Evidence {
  const use = ransomware ? ', in ransomware too' : '';
  return {
    id: `kev:${cve}:${riskId}`,
    riskId,
    at: notAfter(addedAt, context.at),
    kind: 'advisory',
    level: 'detail',
    material: true,
    label: `${cve}${name === undefined ? '' : ` (${name.slice(0, 150)})`} is used in attacks${use}, by the CISA catalog`,
  };
}

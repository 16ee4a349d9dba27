import { isWhen, type When } from '#core/time.ts';
import type { Evidence } from '#core/record/entities.ts';
import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { beginsAs, has } from '#importers/detection/outline-test.ts';
import { epssFromCsv, epssFromJson, type EpssScore } from '#importers/epss/epss-rows.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { note, rejected, repaired } from '#importers/reading/rejection.ts';
import { count } from '#importers/reading/report-words.ts';
import { readStart } from '#importers/reading/text.ts';
import { DecisionBook } from '#importers/scan/decision-book.ts';
import { HeldByName } from '#importers/scan/held-by-name.ts';
import { notAfter } from '#importers/scan/when-text.ts';

/**
 * Scores of the Exploit Prediction Scoring System: how likely a vulnerability is to be used in attacks in the next 30
 * days. They become evidence on the risks that link a finding of that CVE, with the model that made them, because a
 * new model moves every score on one day. A routine measurement: it asks nobody to acknowledge it, and is never money.
 */
export const epssImporter: Importer = {
  format: 'epss',
  title: 'FIRST EPSS scores (CSV, JSON)',
  specification: 'FIRST Exploit Prediction Scoring System, daily scores',
  linksFindings: true,
  detects: (start) => /^\ufeff?(#model_version:|cve,epss,percentile)/i.test(start) || beginsAs(start, has('data.[].cve', 'data.[].epss')),
  read: readEpss,
};

async function* readEpss(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = source.name;
  const start = (await readStart(source)).text;
  const model = /model_version:([^,\s]+)/.exec(start)?.[1];
  const stated = /score_date:([^,\s]+)/.exec(start)?.[1];
  const scoredAt = stated !== undefined && isWhen(stated) ? stated : undefined;
  const held = new HeldByName(context.view);
  const risks = new DecisionBook(context.view);
  const stamp = stampOf(context, file, 'documented');
  const tally = { rows: 0, held: 0, unlinked: 0, evidence: 0 };
  const isJson = /^\s*[[{]/.test(start);
  for await (const item of isJson ? epssFromJson(source) : epssFromCsv(source)) {
    if (item.type !== 'score') {
      yield item.type === 'rejected' ? rejected(file, item.fault) : repaired(file, item.fault);
      continue;
    }
    tally.rows += 1;
    const findings = held.named(item.score.cve);
    if (findings.length === 0) continue;
    tally.held += findings.length;
    const linked = new Set(findings.flatMap(({ id }) => risks.linkedRisk(id) ?? []));
    if (linked.size === 0) tally.unlinked += 1;
    for (const riskId of linked) {
      tally.evidence += 1;
      const at = notAfter(item.score.at ?? scoredAt ?? context.at, context.at);
      yield { type: 'entry', entry: { kind: 'evidence', entity: evidenceOf(item.score, riskId, at, model), stamp }, place: item.score.place };
    }
  }
  yield note(`${count(tally.rows, 'score')}${model === undefined ? '' : ` of model ${model}`}: ${count(tally.held, 'finding')} on the record ${tally.held === 1 ? 'goes' : 'go'} by one of these names.`);
  yield note(`${count(tally.evidence, 'statement')} of evidence on risks; ${count(tally.unlinked, 'vulnerability', 'vulnerabilities')} no risk links.`);
}

function evidenceOf({ cve, probability, percentile }: EpssScore, riskId: string, at: When, model: string | undefined): Evidence {
  return {
    id: `epss:${cve}:${riskId}`,
    riskId,
    at,
    kind: 'metric',
    level: 'detail',
    material: false,
    label: `EPSS puts the chance that ${cve} is used in attacks within 30 days at ${Number((probability * 100).toPrecision(3))}%`,
    facts: [`probability ${probability}`, ...(percentile === undefined ? [] : [`percentile ${percentile}`]), ...(model === undefined ? [] : [`model ${model}`])],
  };
}

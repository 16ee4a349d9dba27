import type { Entry } from '#core/record/entry.ts';
import type { ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { beginsAs, either, has } from '#importers/detection/outline-test.ts';
import { PeopleIndex } from '#importers/matching/people.ts';
import { ServiceIndex } from '#importers/matching/services.ts';
import { stampOf } from '#importers/matching/stamp.ts';
import { oscalDecision, type OscalDecisionReading } from '#importers/oscal/oscal-decision.ts';
import { oscalDocument, relatedIds, type OscalPart } from '#importers/oscal/oscal-document.ts';
import { oscalEvidence, oscalFinding, oscalId, oscalRisk } from '#importers/oscal/oscal-risk.ts';
import { faultOfFlaw } from '#importers/reading/flaw.ts';
import { readJson } from '#importers/reading/json.ts';
import { quoted } from '#importers/reading/place.ts';
import { note, refuse, rejected, repaired } from '#importers/reading/rejection.ts';
import { count, named } from '#importers/reading/report-words.ts';
import { oddVersion } from '#importers/scan/odd-version.ts';
import { DecisionBook } from '#importers/scan/decision-book.ts';
import { objectOf, textOf } from '#importers/scan/loose.ts';
import { serviceOf } from '#importers/scan/scanned-service.ts';
import { notAfter } from '#importers/scan/when-text.ts';

/**
 * NIST OSCAL assessment results and plans of action and milestones: risks, the observations behind them as evidence,
 * findings that are not satisfied, and approved deviations as decisions. Read whole, because its parts point at each
 * other in both directions; its size is limited for that.
 */
export const oscalImporter: Importer = {
  format: 'oscal',
  title: 'NIST OSCAL assessment results and POA&M (JSON)',
  specification: 'OSCAL 1.0 to 1.2, assessment-results and plan-of-action-and-milestones',
  detects: (start) => beginsAs(start, either(has('plan-of-action-and-milestones'), has('assessment-results'))),
  read: readOscal,
};

async function* readOscal(source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = source.name;
  const { value, flaws } = await readJson(source);
  for (const flaw of flaws) yield repaired(file, faultOfFlaw(flaw));
  const document = oscalDocument(value);
  if (document === undefined) refuse(file, { place: '/', code: 'schema', reason: 'The document holds neither assessment results nor a plan of action.', remedy: 'Give one of these two.' });
  const odd = oddVersion('/metadata/oscal-version', document.version, /^v?1\.\d+/, 'OSCAL 1');
  if (odd !== undefined) yield repaired(file, odd);
  const service = serviceOf(context, new ServiceIndex(context.view), [], document.title === undefined ? [] : [document.title]);
  if (service.type === 'unknown') refuse(file, { place: '/metadata', ...service.fault });
  const tally = { collectives: new Set<string>(), unknownPeople: new Set<string>(), risks: 0, findings: 0, evidence: 0, withMaker: 0, without: 0, satisfied: 0 };
  const book = new DecisionBook(context.view);
  const modifiedAt = notAfter(document.modifiedAt ?? context.at, context.at);
  const reading: OscalDecisionReading = { parties: document.parties, people: new PeopleIndex(context.view), tally, modifiedAt, heldAt: (id) => book.heldAt(id) };
  const stamp = stampOf(context, file, 'documented');
  const seen = new Set<string>();
  for (const part of document.parts) {
    yield* faultsOf(part, file);
    for (const [index, finding] of part.findings.entries()) {
      if (textOf(objectOf(objectOf(finding['target'])?.['status'])?.['state']) === 'satisfied') {
        tally.satisfied += 1;
        continue;
      }
      if (seen.has(oscalId(finding))) {
        yield rejected(file, { place: `${part.place}/findings/${index}`, code: 'duplicate-id', reason: 'An earlier finding has the same uuid.', remedy: 'Give every finding its own uuid.' });
        continue;
      }
      seen.add(oscalId(finding));
      tally.findings += 1;
      yield { type: 'entry', entry: { kind: 'findings', entity: oscalFinding(finding, part, service.id, modifiedAt, context), stamp }, place: `${part.place}/findings/${index}` };
    }
    for (const [index, risk] of part.risks.entries()) {
      const place = `${part.place}/risks/${index}`;
      if (textOf(risk['uuid']) === undefined) {
        yield rejected(file, { place, code: 'id-missing', reason: 'The risk has no uuid.', remedy: 'Export it again.' });
        continue;
      }
      const entity = oscalRisk(risk, part, service.id, modifiedAt, context);
      const entries: Entry[] = [{ kind: 'risks', entity, stamp }];
      for (const uuid of relatedIds(risk, 'related-observations', 'observation-uuid')) {
        const observation = part.observations.get(uuid);
        if (observation !== undefined) entries.push({ kind: 'evidence', entity: oscalEvidence(observation, entity.id, modifiedAt, context.at), stamp });
      }
      tally.risks += 1;
      tally.evidence += entries.length - 1;
      const decided = oscalDecision(risk, entity.id, reading);
      if (decided !== undefined) {
        if (decided.danglingParty !== undefined) yield dangling(file, `${place}/risk-log`, decided.danglingParty, 'party');
        if (decided.decision.byId === undefined) tally.without += 1;
        else tally.withMaker += 1;
        entries.push(...decided.persons.map((person): Entry => ({ kind: 'persons', entity: person, stamp })), { kind: 'decisions', entity: decided.decision, stamp });
      }
      for (const entry of entries) yield { type: 'entry', entry, place };
    }
  }
  yield note(`${count(tally.risks, 'risk')}, ${count(tally.findings, 'finding')}, ${count(tally.evidence, 'statement')} of evidence.`);
  if (tally.satisfied > 0) yield note(`${count(tally.satisfied, 'control')} ${tally.satisfied === 1 ? 'is' : 'are'} satisfied and no finding.`);
  if (tally.withMaker > 0) yield note(`${count(tally.withMaker, 'decision')} recorded with the maker the log names.`);
  if (tally.without > 0) yield note(`${count(tally.without, 'decision')} recorded without a maker: no log entry names one.`);
  if (tally.unknownPeople.size > 0) yield note(`Not on the record, and kept by name: ${named(tally.unknownPeople)}.`);
}

/** References to what the document does not hold are normal: much of it stands in a plan that it imports. */
function* faultsOf(part: OscalPart, file: string): Generator<ImportItem, void, undefined> {
  const known = new Set(part.risks.map(oscalId));
  for (const [index, item] of part.items.entries()) {
    for (const uuid of relatedIds(item, 'related-risks', 'risk-uuid')) if (!known.has(`oscal:${uuid}`)) yield dangling(file, `${part.place}/poam-items/${index}`, uuid, 'risk');
  }
  for (const [index, risk] of part.risks.entries()) {
    for (const uuid of relatedIds(risk, 'related-observations', 'observation-uuid')) if (!part.observations.has(uuid)) yield dangling(file, `${part.place}/risks/${index}`, uuid, 'observation');
  }
}

function dangling(file: string, place: string, uuid: string, what: string): ImportItem {
  return repaired(file, { place, code: 'dangling-reference', reason: `${quoted(uuid)} is no ${what} of the document.`, remedy: `Export the ${what} with it.` });
}

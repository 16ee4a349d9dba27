import type { Evidence, Finding, Risk } from '#core/record/entities.ts';
import { isAfter, type When } from '#core/time.ts';
import type { ImportContext } from '#importers/importer.ts';
import { definedOnly } from '#importers/matching/stamp.ts';
import { relatedIds, type OscalPart } from '#importers/oscal/oscal-document.ts';
import { storedText } from '#importers/reading/stored-text.ts';
import { objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { severityOfWord } from '#importers/scan/severity.ts';
import { titleOf } from '#importers/scan/short-text.ts';
import { cvesIn } from '#importers/scan/vulnerability-names.ts';
import { notAfter, whenOf } from '#importers/scan/when-text.ts';

/** `oscal:` and the uuid, which stays the same from an assessment to the plan that answers it. */
export function oscalId(entity: LooseObject): string {
  return `oscal:${textOf(entity['uuid']) ?? 'without-uuid'}`;
}

/** The risk, on what the record holds of it. Its impact words are not money, and no owner is read: the document names none. */
export function oscalRisk(risk: LooseObject, part: OscalPart, serviceId: string, modifiedAt: When, context: ImportContext): Risk {
  const id = oscalId(risk);
  const held = context.view.risks.get(id);
  const log = objectsOf(objectOf(risk['risk-log'])?.['entries']);
  const observed = relatedIds(risk, 'related-observations', 'observation-uuid').flatMap((uuid) => whenOf(part.observations.get(uuid)?.['collected']) ?? []);
  const dates = [...log.flatMap((entry) => whenOf(entry['start']) ?? []), ...observed, ...(part.startedAt === undefined ? [] : [part.startedAt])];
  const first = dates.reduce<When | undefined>((earliest, date) => (earliest === undefined || isAfter(earliest, date) ? date : earliest), undefined);
  const isClosed = textOf(risk['status']) === 'closed';
  const findingIds = part.findings
    .filter((finding) => relatedIds(finding, 'related-risks', 'risk-uuid').includes(textOf(risk['uuid']) ?? ''))
    .map(oscalId);
  return definedOnly<Risk>({
    ...held,
    id,
    label: titleOf(textOf(risk['title']) ?? textOf(risk['statement']) ?? 'Risk without a title'),
    serviceIds: held?.serviceIds ?? [serviceId],
    openedAt: held?.openedAt ?? notAfter(first ?? modifiedAt, context.at),
    dueAt: whenOf(risk['deadline']) ?? held?.dueAt,
    closedAt: isClosed ? (held?.closedAt ?? notAfter(log.map((entry) => whenOf(entry['end']) ?? whenOf(entry['start'])).findLast((date) => date !== undefined) ?? modifiedAt, context.at)) : undefined,
    findingIds: findingIds.length === 0 ? held?.findingIds : [...new Set([...(held?.findingIds ?? []), ...findingIds])],
  });
}

const kinds: Readonly<Record<string, string>> = { TEST: 'test', 'TEST-AUTOMATED': 'test', 'TEST-MANUAL': 'test', EXAMINE: 'assessment', INTERVIEW: 'statement' };

/** What was observed, as evidence on the risk. */
export function oscalEvidence(observation: LooseObject, riskId: string, modifiedAt: When, at: When): Evidence {
  const method = objectsOf([observation])[0]?.['methods'];
  const [first] = Array.isArray(method) ? method.map(String) : [];
  return {
    id: `${oscalId(observation)}:${riskId}`,
    riskId,
    at: notAfter(whenOf(observation['collected']) ?? modifiedAt, at),
    kind: kinds[first ?? ''] ?? 'assessment',
    level: 'detail',
    label: titleOf(textOf(observation['title']) ?? textOf(observation['description']) ?? 'Observation without a title'),
  };
}

/** A finding of an assessment whose target is not satisfied. */
export function oscalFinding(finding: LooseObject, part: OscalPart, serviceId: string, modifiedAt: When, context: ImportContext): Finding {
  const target = objectOf(finding['target']);
  const related = part.risks.filter((risk) => relatedIds(finding, 'related-risks', 'risk-uuid').includes(textOf(risk['uuid']) ?? ''));
  const facets = related.flatMap((risk) => objectsOf(risk['characterizations']).flatMap((each) => objectsOf(each['facets'])));
  const word = facets.filter((facet) => facet['name'] === 'risk' || facet['name'] === 'severity').map((facet) => textOf(facet['value'])).find((value) => value !== undefined);
  const cve = facets.map((facet) => textOf(facet['value']) ?? '').flatMap(cvesIn)[0];
  const observed = relatedIds(finding, 'related-observations', 'observation-uuid').map((uuid) => whenOf(part.observations.get(uuid)?.['collected'])).find((date) => date !== undefined);
  return definedOnly<Finding>({
    id: oscalId(finding),
    serviceId,
    at: notAfter(observed ?? part.startedAt ?? modifiedAt, context.at),
    severity: (word === undefined ? undefined : severityOfWord(word)) ?? 'unknown',
    severityWord: word === undefined ? undefined : storedText(word).slice(0, 100),
    title: titleOf(textOf(finding['title']) ?? textOf(finding['description']) ?? 'Finding without a title'),
    source: 'OSCAL assessment',
    externalId: cve ?? textOf(target?.['target-id']),
    foundStageId: context.defaults.stageId,
  });
}

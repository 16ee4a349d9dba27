import type { When } from '#core/time.ts';
import { objectOf, objectsOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** A person or organisation that a document names. */
export interface OscalParty {
  name: string;
  isPerson: boolean;
}

/** Risks, observations and findings that belong together: a plan, or one result of an assessment. */
export interface OscalPart {
  /** JSON pointer. */
  place: string;
  startedAt: When | undefined;
  risks: readonly LooseObject[];
  observations: ReadonlyMap<string, LooseObject>;
  findings: readonly LooseObject[];
  /** Items of a plan. */
  items: readonly LooseObject[];
}

export interface OscalDocument {
  title: string | undefined;
  modifiedAt: When | undefined;
  /** As the document states it. */
  version: unknown;
  parties: ReadonlyMap<string, OscalParty>;
  parts: readonly OscalPart[];
}

const PLAN = 'plan-of-action-and-milestones';
const RESULTS = 'assessment-results';

/** Reads the parts of a plan of action (OSCAL 1.x, plan-of-action-and-milestones) or of assessment results; `undefined` for any other document. */
export function oscalDocument(value: unknown): OscalDocument | undefined {
  const root = objectOf(value);
  const plan = objectOf(root?.[PLAN]);
  const results = objectOf(root?.[RESULTS]);
  const document = plan ?? results;
  if (document === undefined) return undefined;
  const metadata = objectOf(document['metadata']);
  const parties = new Map<string, OscalParty>();
  for (const party of objectsOf(metadata?.['parties'])) {
    const uuid = textOf(party['uuid']);
    const name = textOf(party['name']) ?? textOf(party['short-name']);
    if (uuid !== undefined && name !== undefined) parties.set(uuid, { name, isPerson: party['type'] === 'person' });
  }
  return {
    title: textOf(metadata?.['title']),
    modifiedAt: whenOf(metadata?.['last-modified']),
    version: metadata?.['oscal-version'],
    parties,
    parts: plan === undefined
      ? objectsOf(document['results']).map((result, index) => partOf(result, `/${RESULTS}/results/${index}`))
      : [partOf(plan, `/${PLAN}`)],
  };
}

function partOf(part: LooseObject, place: string): OscalPart {
  return {
    place,
    startedAt: whenOf(part['start']),
    risks: objectsOf(part['risks']),
    observations: new Map(objectsOf(part['observations']).map((each) => [textOf(each['uuid']) ?? '', each])),
    findings: objectsOf(part['findings']),
    items: objectsOf(part['poam-items']),
  };
}

/** The ids that a list such as `related-observations` names. */
export function relatedIds(entity: LooseObject, list: string, field: string): readonly string[] {
  return objectsOf(entity[list]).flatMap((each) => textOf(each[field]) ?? []);
}

/** The value of a property, whatever its namespace. */
export function propOf(entity: LooseObject, name: string): string | undefined {
  return objectsOf(entity['props']).filter((prop) => prop['name'] === name).map((prop) => textOf(prop['value'])).find((value) => value !== undefined);
}
